import { expect, test } from '@playwright/test';
import type { Progress } from '../../../src/client/progress.ts';

type Store = typeof import('../../../src/client/progress-store.ts');

/** A phone's storage. `isFull` and `isBlocked` are how browsers refuse. */
class Phone {
  kept = new Map<string, string>();
  isFull = false;
  isBlocked = false;
  getItem(key: string): string | null {
    this.refuseIf(this.isBlocked);
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.refuseIf(this.isBlocked || this.isFull);
    this.kept.set(key, value);
  }
  removeItem(key: string): void {
    this.refuseIf(this.isBlocked);
    this.kept.delete(key);
  }
  private refuseIf(isRefused: boolean): void {
    if (isRefused) throw new Error('refused');
  }
}

let phone: Phone;
let store: Store;
const passed = (id: string, right = 4): Progress => ({ v: 1, quizzes: { [id]: { right, total: 4, passed: right > 2, day: '2026-11-24' } } });
const onPhone = () => JSON.parse(phone.kept.get('sttb') ?? 'null');

test.beforeEach(async () => {
  phone = new Phone();
  Object.defineProperty(globalThis, 'localStorage', { value: phone, configurable: true });
  store = await import('../../../src/client/progress-store.ts');
  store.eraseAll();
});

test('a result is still there when the page is opened again', () => {
  store.saveProgress(passed('a1-1'));
  expect(onPhone()).toEqual(passed('a1-1'));
  expect(store.loadProgress()).toEqual(passed('a1-1'));
  expect(store.isPersistent()).toBe(true);
});

test('another tab’s result is kept when this tab writes', () => {
  store.saveProgress(passed('a1-1', 2));
  phone.kept.set('sttb', JSON.stringify({ v: 1, quizzes: { ...passed('a1-1', 4).quizzes, ...passed('a1-2').quizzes } }));
  store.saveProgress(passed('a1-1', 1));
  expect(onPhone().quizzes).toEqual({ ...passed('a1-1', 4).quizzes, ...passed('a1-2').quizzes });
});

test('what was erased in another tab does not come back with the next write', () => {
  store.saveProgress(passed('a1-1'));
  phone.kept.clear();
  store.saveProgress(passed('a1-2'));
  expect(onPhone()).toEqual(passed('a1-2'));
});

test('with storage blocked, the visit goes on and says it will not last', () => {
  phone.isBlocked = true;
  store.saveProgress(passed('a1-1'));
  expect(store.loadProgress()).toEqual(passed('a1-1'));
  expect(store.isPersistent()).toBe(false);
  expect(store.eraseAll()).toBe(true);
  expect(store.loadProgress().quizzes).toEqual({});
});

test('with storage full, what could not be written is written once there is room', () => {
  store.saveProgress(passed('a1-1'));
  phone.isFull = true;
  store.saveProgress(passed('a1-2'));
  expect(store.isPersistent()).toBe(false);
  phone.isFull = false;
  store.saveProgress(passed('a1-3'));
  expect(Object.keys(onPhone().quizzes)).toEqual(['a1-1', 'a1-2', 'a1-3']);
  expect(store.isPersistent()).toBe(true);
});

test('asking whether anything lasts leaves nothing behind', () => {
  expect(store.isPersistent()).toBe(true);
  expect(phone.kept.size).toBe(0);
});

test('damaged storage is read as nothing and mended by the next write', () => {
  phone.kept.set('sttb', '{"v":1,"quizzes":{"a1-1":{');
  expect(store.loadProgress().quizzes).toEqual({});
  store.saveProgress(passed('a1-1'));
  expect(onPhone()).toEqual(passed('a1-1'));
});

test('a newer version’s data is neither changed nor lost, until the reader erases', () => {
  const newer = '{"v":2,"something":"else"}';
  phone.kept.set('sttb', newer);
  store.saveProgress(passed('a1-1'));
  store.forgetQuiz('a1-1');
  store.saveProgress(passed('a1-2'));
  expect(phone.kept.get('sttb')).toBe(newer);
  expect(store.loadProgress()).toEqual(passed('a1-2'));
  expect(store.isPersistent()).toBe(false);
  expect(store.eraseAll()).toBe(true);
  expect(phone.kept.size).toBe(0);
});

test('forgetting the only quiz leaves no trace, forgetting one of two leaves the other', () => {
  store.saveProgress({ ...passed('a2-4'), last: { id: 'a2-4', title: 'Bài 4' } });
  store.forgetQuiz('a2-4');
  expect(phone.kept.size).toBe(0);
  store.saveProgress(passed('a1-1'));
  store.saveProgress(passed('a2-4'));
  store.forgetQuiz('a2-4');
  expect(onPhone()).toEqual(passed('a1-1'));
});
