import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve as absolute, join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';

/** What one picture to send on says. */
export interface ShareWords {
  /** What it is about, small, above the message. */
  title: string;
  /** The key message. */
  message: string;
  /** The number to call, as it is read aloud. */
  number: string;
  /** What is said about the number. */
  about: string;
  /** Where it is from and of which day. */
  foot: string;
}

/** Width and height in pixels: what chat programs show without shrinking. */
const SIDE = 720;
const MARGIN = 56;
/** The message's letters, from the largest; the first that fits is taken. */
const SIZES = [64, 56, 48, 42, 36];
const MOST_HEIGHT = 310;

const resolve = createRequire(import.meta.url).resolve;
/** A font that comes with the project's packages: a machine without any writes Vietnamese right, and the same bytes. */
const fonts = {
  bold: { name: 'Be Vietnam Pro Bold', file: resolve('@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf') },
  plain: { name: 'Be Vietnam Pro', file: resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf') },
};

// The woven band and the box for the number; the colours are those of the app's icon.
const teeth = Array.from({ length: SIDE / 24 }, (_, index) => `M${index * 24} 24l12-24 12 24z`).join('');
const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><path fill="#fbf7ee" d="M0 0h${SIDE}v${SIDE}H0z"/><path fill="#1d3468" d="M0 0h${SIDE}v40H0z"/><path fill="#a83a17" d="M0 40h${SIDE}v24H0z"/><path fill="#e2a72b" transform="translate(0 40)" d="${teeth}"/><rect x="${MARGIN}" y="490" width="216" height="120" rx="20" fill="#a83a17"/></svg>`;

/** Where drawn pictures wait for the next build: drawing a hundred takes longer than the rest of a build. */
const SHELF = '.cache/gui';

/** One picture to send on, as PNG: a key message, the number to call, the day. The same words give the same bytes. */
export async function sharePicture(words: ShareWords): Promise<Buffer> {
  // The way of drawing is part of the name: a change here draws anew.
  const recipe = [words, ground, SIZES, MOST_HEIGHT, compose, largest, draw, settleFonts, sharp.versions];
  const file = join(SHELF, `${createHash('sha256').update(recipe.map(sayRecipe).join()).digest('hex').slice(0, 32)}.png`);
  if (existsSync(file)) return readFileSync(file);
  settleFonts();
  const bytes = await compose(words);
  writeFileSync(file, bytes);
  return bytes;
}

/**
 * Machines smooth letters differently and bring fonts of their own; for these pictures the settings are ours and no
 * other font is looked at, so that every machine draws the same bytes.
 */
function settleFonts(): void {
  const file = absolute(SHELF, 'fonts.conf');
  const edit = (name: string, value: string) => `<edit name="${name}" mode="assign">${value}</edit>`;
  const look = [edit('antialias', '<bool>true</bool>'), edit('hinting', '<bool>false</bool>'), edit('rgba', '<const>none</const>'), edit('lcdfilter', '<const>lcdnone</const>')].join('');
  mkdirSync(SHELF, { recursive: true });
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>${absolute(SHELF, 'fonts')}</cachedir><match target="pattern">${look}</match><match target="font">${look}</match></fontconfig>`);
  process.env['FONTCONFIG_FILE'] = file;
}

const sayRecipe = (part: unknown) => (typeof part === 'function' ? String(part) : JSON.stringify(part));

async function compose(words: ShareWords): Promise<Buffer> {
  const message = await largest(words.message);
  const title = await text(words.title, 'plain', 28, '#565b6b', SIDE - 2 * MARGIN);
  const number = await text(words.number, 'bold', 84, '#ffffff', 400);
  const about = await text(words.about, 'plain', 28, '#1d2333', SIDE - 2 * MARGIN - 240);
  const foot = await text(words.foot, 'plain', 24, '#565b6b', SIDE - 2 * MARGIN);
  const layers: OverlayOptions[] = [
    { input: message.data, left: MARGIN, top: 150 + Math.round((MOST_HEIGHT - message.height) / 2) },
    { input: title.data, left: MARGIN, top: 96 },
    { input: number.data, left: MARGIN + Math.round((216 - number.width) / 2), top: 550 - Math.round(number.height / 2) },
    { input: about.data, left: MARGIN + 240, top: Math.max(450, 550 - Math.round(about.height / 2)) },
    { input: foot.data, left: MARGIN, top: 640 },
  ];
  return sharp(Buffer.from(ground)).composite(layers).png({ palette: true, colours: 24, dither: 0, effort: 4, compressionLevel: 9 }).toBuffer();
}

interface Letters {
  data: Buffer;
  width: number;
  height: number;
}

async function largest(words: string): Promise<Letters> {
  let letters: Letters | undefined;
  for (const size of SIZES) {
    letters = await text(words, 'bold', size, '#1d3468', SIDE - 2 * MARGIN);
    if (letters.height <= MOST_HEIGHT) return letters;
  }
  throw new Error(`Ý “${words}” dài quá, không vừa ảnh để gửi. Hãy viết tên ý ngắn lại.`);
}

const made = new Map<string, Promise<Letters>>();

/** Words drawn once a build: the number, what is said about it and the foot are on every picture. */
function text(...what: Parameters<typeof draw>): Promise<Letters> {
  const key = JSON.stringify(what);
  const letters = made.get(key) ?? draw(...what);
  made.set(key, letters);
  return letters;
}

async function draw(words: string, weight: keyof typeof fonts, size: number, colour: string, width: number): Promise<Letters> {
  const { name, file } = fonts[weight];
  const safe = words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  // One dot is one pixel: then a size in points is a size in pixels.
  const { data, info } = await sharp({ text: { text: `<span foreground="${colour}">${safe}</span>`, font: `${name} ${size}`, fontfile: file, width, dpi: 72, rgba: true, wrap: 'word', spacing: Math.round(size * 0.12) } })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
