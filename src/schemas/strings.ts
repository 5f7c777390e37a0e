import { z } from 'zod';
import { describe } from './fields.ts';

/**
 * Every word of the interface, by place. Each entry says where it appears, because a translator cannot guess.
 * `{name}` marks what the page puts in.
 */
const s = (where: string) => z.string({ error: 'Thiếu câu chữ này.' }).trim().min(1, 'Câu chữ này đang trống.').meta(describe(where, where));

export const stringsSchema = z.strictObject({
  site: z
    .strictObject({
      name: s('Tên trang, ở đầu mọi trang'),
      shortName: s('Tên ngắn dưới hình trên màn hình điện thoại'),
      tagline: s('Một câu dưới tên trang, ở trang chủ'),
      skip: s('Đường tắt cho người dùng bàn phím: tới nội dung'),
      exit: s('Nút thoát nhanh, mọi trang'),
      nav: s('Tên thanh điều hướng, cho trình đọc màn hình'),
      learn: s('Thanh dưới: đường tới các bài học'),
      help: s('Thanh dưới: đường tới trang gọi giúp'),
      me: s('Thanh dưới: trang của tôi'),
      footerNav: s('Tên cụm liên kết cuối trang, cho trình đọc màn hình'),
      breadcrumb: s('Tên đường dẫn trang, cho trình đọc màn hình'),
      callFree: s('Ô 111 cuối bài học, dòng nhỏ'),
      call: s('Nút gọi một số. {number} là số'),
      illustrative: s('Dòng nhỏ dưới tình huống và tin nhắn mẫu'),
      updated: s('Ngày cập nhật. {date} là ngày'),
      about: s('Cuối trang: trang giới thiệu'),
      privacy: s('Cuối trang: trang riêng tư'),
    })
    .meta(describe('Mọi trang', '')),
  home: z
    .strictObject({
      title: s('Tiêu đề trang chủ'),
      learnTitle: s('Ô lớn thứ nhất: học'),
      learnText: s('Câu dưới ô học'),
      offerTitle: s('Ô lớn thứ hai: kiểm tra lời mời làm việc'),
      offerText: s('Câu dưới ô kiểm tra lời mời'),
      helpTitle: s('Ô lớn thứ ba: gọi giúp'),
      helpText: s('Câu dưới ô gọi giúp'),
      startTitle: s('Tên mục các bài nên học trước'),
      startText: s('Câu dưới mục các bài nên học trước'),
      resume: s('Liên kết học tiếp bài dở. {lesson} là tên bài'),
      more: s('Tên mục các trang khác'),
    })
    .meta(describe('Trang chủ', '')),
  course: z
    .strictObject({
      listTitle: s('Tiêu đề trang các khóa học'),
      listIntro: s('Câu mở trang các khóa học'),
      for: s('Khóa học dành cho ai. {audience}'),
      modules: s('Tên mục các học phần'),
      lessons: s('Số bài. {count}'),
      minutes: s('Số phút. {count}'),
      questions: s('Số câu hỏi. {count}'),
      startWith: s('Tên mục nên học trước'),
      module: s('Nhãn học phần. {number} là số thứ tự'),
      lesson: s('Nhãn bài. {number} là số thứ tự'),
      open: s('Nút mở khóa học'),
    })
    .meta(describe('Khóa học', '')),
  lesson: z
    .strictObject({
      minutes: s('Số phút đọc. {count}'),
      objective: s('Nhãn trước mục tiêu bài'),
      situation: s('Tên phần tình huống mở đầu'),
      doNow: s('Tên phần việc làm ngay'),
      mistake: s('Nhãn trước một điều hay hiểu lầm'),
      truth: s('Nhãn trước sự thật'),
      quiz: s('Tên phần trắc nghiệm trong bài'),
      terms: s('Tên danh sách từ khó trong bài'),
      termBack: s('Liên kết đóng lời giải nghĩa và về chỗ đang đọc'),
      sources: s('Tên mục căn cứ trong bài'),
      sourcesText: s('Câu dưới mục căn cứ'),
      basisOf: s('Dòng nhỏ căn cứ, cho trình đọc màn hình'),
      general: s('Dòng nhỏ khi căn cứ là kiến thức chung. {who} là nơi nên hỏi'),
      recheck: s('Dòng nhỏ khi căn cứ quá ngày kiểm tra lại'),
      legalReviewed: s('Dòng duyệt pháp lý. {by}, {on}, {again}'),
      legalWaiting: s('Dòng duyệt pháp lý khi chưa có người ký'),
      next: s('Nhãn trên bài tiếp theo'),
      backToModule: s('Liên kết về học phần'),
      warningTitle: s('Tên ô báo trước bài nặng'),
      readOn: s('Nút đọc tiếp bài nặng'),
      lighterWay: s('Liên kết tới bài nhẹ hơn. {lesson}'),
      pause: s('Câu nhắc có thể nghỉ một chút'),
      noteInfo: s('Nhãn lưu ý loại thông tin'),
      noteCareful: s('Nhãn lưu ý loại cẩn thận'),
      noteAsk: s('Nhãn lưu ý loại nên hỏi'),
      messageFrom: s('Dòng trên tin nhắn mẫu. {from}'),
      youth: s('Nhãn bài phù hợp 11–15 tuổi'),
    })
    .meta(describe('Bài học', '')),
  quiz: z
    .strictObject({
      title: s('Tên chung của các bài trắc nghiệm: trang danh sách, cuối trang'),
      right: s('Chữ đứng trước lời giải thích khi chọn đúng, có dấu chấm'),
      notYet: s('Chữ đứng trước lời giải thích khi chọn chưa đúng, có dấu chấm'),
      isTrue: s('Lựa chọn "Đúng" của câu đúng–sai'),
      isFalse: s('Lựa chọn "Sai" của câu đúng–sai'),
      mustPass: s('Dòng nhỏ ở câu bắt buộc trả lời đúng'),
      hintMultiple: s('Dòng nhỏ dưới câu chọn nhiều ý'),
      hintOrder: s('Dòng nhỏ dưới câu xếp thứ tự'),
      hintMatch: s('Dòng nhỏ dưới câu ghép'),
      hintFlags: s('Dòng nhỏ dưới câu tìm dòng đáng ngờ trong tin nhắn'),
      showOrder: s('Nút mở thứ tự đúng'),
      orderSelf: s('Ô tự đánh dấu đã xếp đúng, khi máy không tự chấm'),
      countRight: s('Điểm khi máy không tự chấm, trước số chỗ chọn đúng'),
      countNotYet: s('Điểm khi máy không tự chấm, trước số chỗ chọn chưa đúng'),
      countAll: s('Điểm khi máy không tự chấm: cả bài có mấy chỗ đúng. {count}'),
      toKey: s('Liên kết tới đáp án, cuối bài trắc nghiệm'),
      soFar: s('Dòng kết quả đang làm. {right}, {total}'),
      more: s('Câu chọn nhiều: mới đúng một phần'),
      drop: s('Câu chọn nhiều: có ý chưa đúng'),
      all: s('Câu chọn nhiều: đã đủ và đúng'),
      ordered: s('Câu xếp thứ tự: đã đúng'),
      reorder: s('Câu xếp thứ tự: chưa đúng'),
      passed: s('Lời cuối khi qua bài'),
      passedAll: s('Lời cuối khi đúng tất cả'),
      again: s('Lời cuối khi chưa qua bài. Không chê'),
      must: s('Lời cuối khi còn câu bắt buộc chưa đúng. Không chê'),
      lookAgain: s('Tên danh sách câu nên xem lại'),
      retry: s('Nút làm lại các câu chưa đúng'),
      kept: s('Dòng nhỏ: kết quả được giữ ở đâu'),
      notKept: s('Dòng nhỏ khi máy không cho lưu'),
      keep: s('Ô bật lưu kết quả của bài nặng. Lúc đầu luôn tắt'),
      keepText: s('Câu dưới ô lưu: lưu những gì, xóa bằng cách nào'),
      key: s('Tên phần đáp án và chữ trước ý đúng'),
      question: s('Nhãn một câu ở phần đáp án. {number}'),
      keyBecause: s('Nhãn trước lời nói thêm ở phần đáp án'),
      keyFacts: s('Nhãn trước các căn cứ ở phần đáp án'),
    })
    .meta(describe('Trắc nghiệm', '')),
  me: z
    .strictObject({
      title: s('Tiêu đề trang Của tôi'),
      intro: s('Câu mở trang Của tôi'),
      where: s('Câu nói kết quả nằm ở đâu'),
      noScript: s('Câu khi máy không chạy được phần ghi nhớ; máy chạy được thì không thấy'),
      empty: s('Câu khi chưa có gì được ghi'),
      blocked: s('Câu khi trình duyệt không cho lưu'),
      total: s('Tổng số bài đã xong. {done}, {all}'),
      continue: s('Liên kết học tiếp. {lesson} là tên bài'),
      lessons: s('Tên danh sách mọi bài học'),
      done: s('Nhãn bài đã xong'),
      started: s('Nhãn bài đang dở. {right}, {total}'),
      moduleDone: s('Số bài đã xong của một học phần. {done}, {all}'),
      eraseTitle: s('Tên mục xóa'),
      eraseText: s('Câu nói xóa những gì, và còn lại những gì'),
      erase: s('Nút xóa, lần chạm thứ nhất'),
      eraseSure: s('Câu hỏi lại trước khi xóa'),
      eraseYes: s('Nút xóa, lần chạm thứ hai'),
      eraseNo: s('Nút không xóa nữa'),
      erased: s('Câu sau khi đã xóa'),
      eraseFailed: s('Câu khi không xóa được'),
    })
    .meta(describe('Trang Của tôi', '')),
  help: z
    .strictObject({
      title: s('Tiêu đề trang gọi giúp'),
      intro: s('Câu mở trang gọi giúp'),
      hours: s('Nhãn giờ trực'),
      cost: s('Nhãn cước'),
      costFree: s('Cước: miễn phí'),
      costPaid: s('Cước: mất tiền'),
      costMaybe: s('Cước: có thể mất tiền'),
      costUnknown: s('Cước: chưa rõ'),
      recorded: s('Nhãn ghi âm'),
      recordedYes: s('Có ghi âm'),
      recordedNo: s('Không ghi âm'),
      recordedUnknown: s('Chưa rõ có ghi âm không'),
      abroad: s('Nhãn gọi từ nước ngoài'),
      abroadYes: s('Gọi được từ nước ngoài'),
      abroadNo: s('Không gọi được từ nước ngoài'),
      abroadUnknown: s('Chưa rõ gọi từ nước ngoài được không'),
      abroadNumber: s('Nhãn số gọi từ nước ngoài'),
      who: s('Nhãn ai trả lời'),
      confirmed: s('Dòng xác nhận. {by}, {on}'),
      callLog: s('Lưu ý: cuộc gọi nằm lại trong nhật ký máy'),
      nowTitle: s('Tên mục gọi ngay'),
      placesTitle: s('Tên mục nơi có thể đến'),
      sayTitle: s('Tên mục nói gì khi gọi'),
      sayText: s('Câu dưới mục nói gì khi gọi'),
      sayLink: s('Liên kết tới bài nói gì khi gọi'),
      localTitle: s('Tên danh bạ địa phương'),
      localEmpty: s('Câu khi danh bạ địa phương chưa có số'),
      localHow: s('Câu cho cán bộ: cách gửi số để xác nhận'),
      otherTitle: s('Tên mục số khẩn cấp khác'),
    })
    .meta(describe('Trang gọi giúp', '')),
  facts: z
    .strictObject({
      title: s('Tiêu đề trang căn cứ'),
      intro: s('Câu mở trang căn cứ'),
      basis: s('Nhãn căn cứ pháp lý'),
      sources: s('Nhãn nguồn'),
      inForce: s('Dòng có hiệu lực. {from}'),
      checked: s('Dòng ngày đối chiếu. {on}, {again}'),
      recheck: s('Nhãn cần kiểm tra lại'),
      general: s('Nhãn kiến thức chung. {who}'),
      usedIn: s('Nhãn các bài dùng căn cứ này'),
      groupLaw: s('Tên nhóm căn cứ luật'),
      groupContact: s('Tên nhóm căn cứ liên hệ'),
      groupStatistic: s('Tên nhóm số liệu'),
      groupPractice: s('Tên nhóm kinh nghiệm'),
    })
    .meta(describe('Trang căn cứ', '')),
  glossary: z
    .strictObject({
      title: s('Tiêu đề trang từ khó'),
      intro: s('Câu mở trang từ khó'),
      example: s('Nhãn ví dụ'),
      letters: s('Tên thanh chữ cái, cho trình đọc màn hình'),
    })
    .meta(describe('Trang từ khó', '')),
  calendar: z
    .strictObject({
      title: s('Tiêu đề trang nông lịch'),
      intro: s('Câu mở trang nông lịch'),
      months: s('Tên danh sách tháng, cho trình đọc màn hình'),
      month: s('Tên một tháng. {month}, {year}'),
      year: s('Tên năm âm lịch. {name}'),
      work: s('Tên mục việc nhà nông'),
      table: s('Tên bảng ngày, cho trình đọc màn hình. {month}, {year}'),
      days: s('Bảy ngày trong tuần viết tắt, cách nhau một dấu cách, từ thứ hai'),
      dayNames: s('Bảy ngày trong tuần, cách nhau dấu phẩy, từ thứ hai'),
      notes: s('Tên mục ngày đáng nhớ'),
      note: s('Một ngày đáng nhớ. {day}, {month}, {text}'),
      today: s('Nhãn ngày hôm nay'),
      general: s('Câu cuối trang: kinh nghiệm chung và nên hỏi ai'),
    })
    .meta(describe('Nông lịch', '')),
  offline: z
    .strictObject({
      title: s('Tiêu đề trang hiện ra khi không có mạng'),
      text: s('Câu giải thích khi không có mạng'),
      again: s('Nút thử lại'),
      kept: s('Tên danh sách trang đọc được ngay'),
    })
    .meta(describe('Khi không có mạng', '')),
  keep: z
    .strictObject({
      title: s('Tên ô cất một học phần'),
      listTitle: s('Tên mục cất bài vào máy, trang Của tôi'),
      text: s('Câu dưới mục cất bài vào máy'),
      download: s('Nút cất vào máy'),
      pause: s('Nút tạm dừng'),
      remove: s('Nút bỏ khỏi máy'),
      all: s('Nút cất tất cả'),
      kept: s('Trạng thái: đã cất'),
      doing: s('Trạng thái: đang cất. {done}, {total}'),
      price: s('Dung lượng và thời gian. {kilobytes}, {seconds}'),
      unknown: s('Khi chưa biết dung lượng'),
      network: s('Khi không có mạng'),
      wrong: s('Khi mạng trả về thứ khác: trang đăng nhập, hết tiền'),
      full: s('Khi máy đầy'),
      paused: s('Khi đã tạm dừng'),
    })
    .meta(describe('Cất vào máy', '')),
  notFound: z
    .strictObject({
      title: s('Tiêu đề trang không tìm thấy'),
      text: s('Câu giải thích'),
      home: s('Liên kết về trang chủ'),
    })
    .meta(describe('Trang không tìm thấy', '')),
});

/** The words of the interface as their file holds them. */
export type Strings = z.infer<typeof stringsSchema>;
