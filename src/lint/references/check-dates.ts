import { writeDay } from '../../shared/days.ts';
import { isOverdue } from '../../shared/facts.ts';
import { type Entry, isOf } from '../entry.ts';
import { isCallable } from '../known.ts';

/**
 * What is past its check-again day. A reader is told so on the page and an editor here; what somebody's safety hangs
 * on (safety facts, confirmed numbers) stops the build until a person has looked.
 */
export function checkDates(entries: Entry[], buildDate: string): void {
  for (const entry of entries) {
    if (isOf('facts', entry)) warn(entry, entry.data, entry.data?.safety === true, buildDate);
    else if (isOf('contacts', entry) && isCallable(entry)) warn(entry, entry.data, true, buildDate);
  }
}

function warn(entry: Entry, data: { checkAgainBy?: string | undefined } | undefined, mustStop: boolean, buildDate: string): void {
  if (!data?.checkAgainBy || !isOverdue(data, buildDate)) return;
  const what = entry.kind === 'facts' ? 'Căn cứ' : 'Số gọi';
  entry.report.add({
    at: entry.locate(['checkAgainBy']),
    rule: 'overdue',
    message: `${what} ${entry.id} cần kiểm tra lại: đã quá ngày ${writeDay(data.checkAgainBy)}.${mustStop ? ' Việc này liên quan an toàn của bà con, nên trang chưa xuất bản được.' : ''}`,
    mend:
      entry.kind === 'facts'
        ? 'Đọc lại nguồn. Còn đúng thì ghi ngày mới vào checkedOn và checkAgainBy; không còn đúng thì sửa.'
        : 'Gọi lại để xác nhận. Còn đúng thì ghi ngày mới vào confirmedOn và checkAgainBy; không còn thì đổi status thành retired.',
    severity: mustStop ? 'error' : 'warning',
  });
}
