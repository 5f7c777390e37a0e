/** Names of the groups of interface words; in their schema only the words themselves have names. */
export const groupNames: Record<string, string> = {
  'strings.site': 'Mọi trang',
  'strings.home': 'Trang chủ',
  'strings.course': 'Khóa học',
  'strings.lesson': 'Bài học',
  'strings.quiz': 'Trắc nghiệm',
  'strings.me': 'Trang Của tôi',
  'strings.help': 'Trang gọi giúp',
  'strings.facts': 'Trang căn cứ',
  'strings.glossary': 'Trang từ khó',
  'strings.calendar': 'Nông lịch',
  'strings.offline': 'Khi không có mạng',
  'strings.keep': 'Cất vào máy',
  'strings.notFound': 'Trang không tìm thấy',
};
