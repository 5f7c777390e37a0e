import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from '@playwright/test';

const src = join(import.meta.dirname, '../../../src');
const room = join(src, 'lint');
const libraries = new Set(['remark-gfm', 'remark-mdx', 'remark-parse', 'unified', 'yaml', 'zod']);

test('the checker runs in a browser: it asks for no Node module, no global of Node, and nothing above its room', () => {
  for (const name of readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    const text = readFileSync(join(room, name), 'utf8');
    for (const [, from = ''] of text.matchAll(/^(?:import|export)[^;]*? from '([^']+)';/gm)) {
      const target = from.startsWith('.') ? (relative(src, normalize(join(room, dirname(name), from))).split(/[\\/]/)[0] ?? '') : '';
      expect(from.startsWith('.') ? ['lint', 'schemas', 'shared'].includes(target) : libraries.has(from), `${name} imports ${from}`).toBe(true);
    }
    expect(text, name).not.toMatch(/\b(?:process\.|Buffer\b|__dirname|require\(|import\(|Date\.now|Math\.random)/);
  }
});
