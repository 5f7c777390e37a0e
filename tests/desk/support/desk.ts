import { test as base, type Locator, type Page, expect as plainExpect } from '@playwright/test';
import { Office } from './office.ts';

/** The desk waits for git and for the checker; how long that takes is the machine's business, not the test's. */
export const expect = plainExpect.configure({ timeout: 60_000 });

/** The desk as an editor sees it: pages, fields and buttons by their Vietnamese names. */
export class Desk {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  /** Opens the desk and signs in. @param isNew whether this browser has not been here before */
  async enter(isNew = true): Promise<void> {
    await this.page.goto(`${this.url}/admin/`);
    const door = this.page.getByRole('button', { name: 'Đăng nhập' });
    const inside = this.page.getByRole('heading', { name: 'Các loại' });
    await expect(door.or(inside)).toBeVisible();
    if (await door.isVisible()) await door.click();
    await expect(inside).toBeVisible();
    if (isNew) await this.skipTour();
  }

  /** A new editor is shown round first. */
  async skipTour(): Promise<void> {
    const tour = this.page.getByRole('dialog', { name: /trên 5/ });
    await tour.getByRole('button', { name: 'Bỏ qua' }).click();
    await expect(tour).toBeHidden();
  }

  /** Opens an entry and waits until its form is there. */
  async open(collection: string, slug: string): Promise<void> {
    await this.page.goto(`${this.url}/admin/#/collections/${collection}/entries/${slug}`);
    await expect(this.button('Lưu')).toBeVisible();
    // The form of the entry before may stand there a moment longer.
    const first: Record<string, string> = { strings: 'Mọi trang', trainer: 'Trang Tập huấn', seasons: 'Các tháng' };
    const own = first[collection]
      ? this.page.getByText(first[collection]).first()
      : this.page
          .getByLabel(/^Mã( |$)/)
          .and(this.page.locator(`[value="${slug}"]`))
          .first();
    await expect(own).toBeVisible();
  }

  /** Opens the form of a new entry. */
  async add(collection: string): Promise<void> {
    await this.page.goto(`${this.url}/admin/#/collections/${collection}/new`);
    await expect(this.button('Lưu')).toBeVisible();
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: false }).and(this.page.locator('input, textarea')).first();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The text of a lesson. */
  get body(): Locator {
    return this.page.locator('.cms-editor-visual').first();
  }

  /** Says yes to whatever the browser asks from now on; it may be gone before the answer comes. */
  agree(): void {
    this.page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  }

  async save(): Promise<void> {
    await this.button('Lưu').click();
    await expect(this.page.getByText('Đã lưu', { exact: true }).first()).toBeVisible();
  }

  /** Moves the open entry to a step of the work flow. */
  async moveTo(step: 'Chờ duyệt' | 'Sẵn sàng'): Promise<void> {
    await this.page.getByRole('button', { name: /^Bước: / }).click();
    await this.page.getByRole('menuitem', { name: step }).click();
    await expect(this.page.getByRole('button', { name: `Bước: ${step}` })).toBeVisible();
  }

  /** Publishes the open entry. */
  async publish(): Promise<void> {
    this.agree();
    await this.button('Đăng').click();
    await this.page.getByRole('menuitem', { name: 'Đăng ngay' }).click();
  }

  /** The new site is up; how long a build takes is the machine's business. */
  async waitForSite(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: 'Trang mới đã lên.' })).toBeVisible({ timeout: 120_000 });
  }

  /** Opening an entry has changed nothing. */
  async expectUntouched(): Promise<void> {
    await expect(this.page.getByText('Không có gì chưa lưu')).toBeVisible();
  }
}

export const test = base.extend<{ desk: Desk; noMistakes: undefined }, { office: Office }>({
  office: [
    async ({}, use, info) => {
      const office = new Office(`${info.workerIndex}`);
      await office.open();
      await use(office);
      await office.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  desk: async ({ page, office }, use) => {
    const desk = new Desk(page, office.url);
    await desk.enter();
    await use(desk);
  },
  // Whatever a test does: no crash, nothing the policy had to stop, no request to anywhere else. (Decap writes every refusal into the console.)
  noMistakes: [
    async ({ page }, use) => {
      const mistakes: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy|Refused to/.test(message.text())) mistakes.push(message.text());
      });
      page.on('pageerror', (error) => /^(Type|Reference|Range|Syntax)Error$/.test(error.name) && mistakes.push(error.message));
      page.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (!['data:', 'blob:', 'about:'].includes(protocol) && hostname !== 'localhost') mistakes.push(`asked another origin: ${request.url()}`);
      });
      await use(undefined);
      if (mistakes.length > 0) throw new Error(`The desk complained:\n${mistakes.join('\n')}`);
    },
    { auto: true },
  ],
  viewport: { width: 1280, height: 900 },
  actionTimeout: 60_000,
});
