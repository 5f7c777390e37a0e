/** A square code as one SVG path: `modules` are rows of dark (true) and light. Runs in a row are joined, so a code of 33 × 33 takes about 2 KB. */
export function qrPath(modules: boolean[][]): string {
  return modules
    .map((row, y) => {
      let path = '';
      for (let x = 0; x < row.length; x += 1) {
        if (!row[x] || row[x - 1]) continue;
        let end = x;
        while (row[end]) end += 1;
        path += `M${x} ${y}h${end - x}v1h-${end - x}z`;
      }
      return path;
    })
    .join('');
}
