import { expect, test } from '@playwright/test';
import en from 'decap-cms-locales/dist/esm/en/index.js';
import { deskWords } from '../../../src/cms/words.ts';

type Words = { [key: string]: string | Words };
const flat = (words: Words, at = ''): [string, string][] => Object.entries(words).flatMap(([key, word]): [string, string][] => (typeof word === 'string' ? [[`${at}${key}`, word]] : flat(word, `${at}${key}.`)));
const theirs = new Map(flat(en as Words));
const ours = new Map(flat(deskWords()));
const alone = new Map(flat(deskWords(true)));
/** Names and signs that are the same in both languages. */
const same = new Set(['ui.toast.onFailToAuth', 'workflow.workflowCard.lastChangeNoAuthor']);

test('every word that Decap can say is said in Vietnamese', () => {
  expect([...theirs.keys()].filter((key) => !ours.has(key))).toEqual([]);
  expect([...theirs].filter(([key, word]) => ours.get(key) === word && !same.has(key))).toEqual([]);
});

test('no word of ours is for a place that Decap no longer has', () => {
  expect([...ours.keys()].filter((key) => !theirs.has(key))).toEqual([]);
});

test('what Decap puts into its words is put into ours', () => {
  const holes = (word: string) => [...new Set(word.match(/%\{\w+\}/g))].sort();
  const may = new Set(['editor.editorControl.field.widgetLabel', 'ui.toast.onBackendDown', 'workflow.workflowCard.lastChangeNoDate']);
  const lost = [...theirs].filter(([key, word]) => !may.has(key) && holes(ours.get(key) ?? '').some((hole) => !holes(word).includes(hole)));
  expect(lost.map(([key]) => key)).toEqual([]);
});

test('where everybody has one name, the desk says before each publishing that it cannot make two people look', () => {
  const changed = [...alone].filter(([key, word]) => ours.get(key) !== word);
  expect(changed.map(([key]) => key).sort()).toEqual(['editor.editor.onPublishing', 'workflow.workflow.description', 'workflow.workflowList.onPublishEntry']);
  for (const [, word] of changed) expect(word).toContain('không ép được phải có người khác duyệt');
});
