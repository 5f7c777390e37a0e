import { findCodes } from '../../session/code.ts';
import { parseCsv } from '../../session/csv.ts';
import { addEntry, type Entry, fromCode, fromRows } from '../../session/merge.ts';
import { eraseText, readText, writeText } from '../keep-text.ts';

const KEY = 'sttb-tong-hop';

/** Something to tell about what was just added: a word's name, and what it is about. */
export interface News {
  word: 'added' | 'wrong' | 'wrongFile' | 'nothing' | 'double' | 'conflict';
  about: string;
}

/** The sessions that were added, kept on this device. */
export class MergeStore {
  entries: Entry[] = [];
  news: News[] = [];
  isAsking = false;
  private readonly redraw: () => void;

  constructor(redraw: () => void) {
    this.redraw = redraw;
    try {
      const kept = JSON.parse(readText(KEY) || '[]') as Entry[];
      if (Array.isArray(kept)) this.entries = kept.filter((entry) => entry && typeof entry.module === 'string' && !!entry.before && !!entry.after && !!entry.lessons);
    } catch (_) {} // damaged: begin anew
  }

  /** Adds every code in a text. */
  addText(text: string): void {
    const codes = findCodes(text);
    this.news = codes.length ? [] : [{ word: 'nothing', about: '' }];
    this.addAll(
      codes.map((code) => ({ about: code.text, entries: code.data ? [fromCode(code.data)] : [] })),
      'wrong',
    );
  }

  /** Adds every session of some tables. */
  addFiles(files: { name: string; text: string }[]): void {
    this.news = [];
    this.addAll(
      files.map((file) => ({ about: file.name, entries: fromRows(parseCsv(file.text)) })),
      'wrongFile',
    );
  }

  private addAll(sources: { about: string; entries: Entry[] }[], whenEmpty: News['word']): void {
    let added = 0;
    for (const source of sources) {
      if (!source.entries.length) this.news.push({ word: whenEmpty, about: source.about });
      for (const entry of source.entries) {
        const became = addEntry(this.entries, entry);
        if (became === 'added') added += 1;
        else this.news.push({ word: became, about: [entry.day.split('-').reverse().join('/'), entry.module, entry.commune, entry.number].filter(Boolean).join(' · ') });
      }
    }
    if (added) this.news.unshift({ word: 'added', about: String(added) });
    this.save();
  }

  remove(entry: Entry): void {
    this.entries = this.entries.filter((other) => other !== entry);
    this.news = [];
    this.save();
  }

  clear(): void {
    this.entries = [];
    this.news = [];
    this.isAsking = false;
    eraseText(KEY);
    this.draw();
  }

  private save(): void {
    writeText(KEY, JSON.stringify(this.entries));
    this.draw();
  }

  draw(): void {
    this.redraw();
  }
}
