import { countDay, sunReaches, writeCounted } from './sky.ts';

/** The twenty-four solar terms from the start of the year; each stands where the sun's longitude is the number beside it. */
const names: [name: string, longitude: number][] = [
  ['Tiểu hàn', 285], ['Đại hàn', 300], ['Lập xuân', 315], ['Vũ thủy', 330], ['Kinh trập', 345], ['Xuân phân', 0],
  ['Thanh minh', 15], ['Cốc vũ', 30], ['Lập hạ', 45], ['Tiểu mãn', 60], ['Mang chủng', 75], ['Hạ chí', 90],
  ['Tiểu thử', 105], ['Đại thử', 120], ['Lập thu', 135], ['Xử thử', 150], ['Bạch lộ', 165], ['Thu phân', 180],
  ['Hàn lộ', 195], ['Sương giáng', 210], ['Lập đông', 225], ['Tiểu tuyết', 240], ['Đại tuyết', 255], ['Đông chí', 270],
];

/** The solar terms of a solar year, in order, each with its day (`YYYY-MM-DD`) in Vietnam. */
export function solarTerms(year: number): { name: string; day: string }[] {
  const start = countDay(`${year}-01-01`);
  return names.map(([name, longitude]) => ({ name, day: writeCounted(sunReaches(longitude, start)) }));
}
