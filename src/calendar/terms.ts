import { countDay, sunReaches, writeCounted } from './sky.ts';

/** One of the twenty-four times of the sun's year. */
export interface SolarTerm {
  name: string;
  /** What people have always read in it, in a few words. */
  meaning: string;
  /** The day it falls on in Vietnam, `YYYY-MM-DD`. */
  day: string;
}

/** From the start of the year: the sun stands at 285° at the first and goes on by 15° each time. */
const names: [name: string, meaning: string][] = [
  ['Tiểu hàn', 'rét vừa'],
  ['Đại hàn', 'rét đậm'],
  ['Lập xuân', 'vào xuân'],
  ['Vũ thủy', 'mưa ẩm'],
  ['Kinh trập', 'sâu bọ thức dậy'],
  ['Xuân phân', 'giữa xuân'],
  ['Thanh minh', 'trời trong'],
  ['Cốc vũ', 'mưa rào'],
  ['Lập hạ', 'vào hè'],
  ['Tiểu mãn', 'mưa lũ nhỏ'],
  ['Mang chủng', 'sao Tua Rua mọc'],
  ['Hạ chí', 'giữa hè, ngày dài nhất'],
  ['Tiểu thử', 'nóng vừa'],
  ['Đại thử', 'nóng nhất'],
  ['Lập thu', 'vào thu'],
  ['Xử thử', 'mưa ngâu'],
  ['Bạch lộ', 'nắng nhạt'],
  ['Thu phân', 'giữa thu'],
  ['Hàn lộ', 'trời mát'],
  ['Sương giáng', 'có sương'],
  ['Lập đông', 'vào đông'],
  ['Tiểu tuyết', 'hanh khô'],
  ['Đại tuyết', 'rét dần'],
  ['Đông chí', 'giữa đông, đêm dài nhất'],
];

/** The solar terms of a solar year, in order. */
export function solarTerms(year: number): SolarTerm[] {
  const start = countDay(`${year}-01-01`);
  return names.map(([name, meaning], index) => ({ name, meaning, day: writeCounted(sunReaches((285 + index * 15) % 360, start)) }));
}
