import type { Locator } from '@playwright/test';

interface Node {
  role?: { value: string };
  name?: { value: string };
}

/**
 * The words that a screen reader finds in an element, also those that CSS puts there (counters, marks): read from the
 * browser's accessibility tree, because the page's own text does not hold them.
 */
export async function generatedText(element: Locator): Promise<string> {
  const page = element.page();
  const session = await page.context().newCDPSession(page);
  try {
    const marker = `m${Date.now()}`;
    await element.evaluate((element, marker) => element.setAttribute('data-marker', marker), marker);
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: `[data-marker="${marker}"]` });
    await session.send('Accessibility.enable');
    const { nodes } = (await session.send('Accessibility.queryAXTree', { nodeId, role: 'StaticText' })) as { nodes: Node[] };
    return nodes.map((node) => node.name?.value ?? '').join('');
  } finally {
    await session.detach();
  }
}
