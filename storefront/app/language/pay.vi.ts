export const pay = {
  heading: "Trả tiền cho đơn này",
  /** Until when goods and seats are kept. */
  keptUntil: (time: string) =>
    `Chợ giữ hàng và chỗ cho bạn đến ${time}. Trả xong, đơn được gửi ngay đến các cơ sở.`,
  left: "Còn",
  leftOver: "Hết giờ giữ. Đang xem tiền đã về chưa…",
  fiveLeft: "Còn năm phút để trả tiền.",
  oneLeft: "Còn một phút để trả tiền.",
  arrived: "Tiền đã về. Đang mở đơn của bạn.",
  amount: "Số tiền",
  transferTitle: "Chuyển khoản bằng mã VietQR",
  transferHow:
    "Mở ứng dụng ngân hàng, chọn quét mã QR rồi quét hình dưới đây. Đang dùng điện thoại này? Chép từng dòng bên dưới vào ứng dụng ngân hàng.",
  qrOf: (amount: string) => `Mã VietQR để chuyển ${amount}`,
  bank: "Ngân hàng",
  account: "Số tài khoản",
  holder: "Tên tài khoản",
  content: "Nội dung chuyển",
  contentWhy: "Giữ đúng nội dung này: chợ tìm ra đơn của bạn nhờ nó.",
  copy: "Chép",
  copyOf: (what: string) => `Chép ${what}`,
  copied: "Đã chép",
  partial: (facts: { received: string; missing: string }) =>
    `Chợ đã nhận ${facts.received}, còn thiếu ${facts.missing}. Chuyển thêm phần còn thiếu với cùng nội dung.`,
  waiting: "Trang này tự mở đơn khi tiền về, thường trong chưa đầy một phút.",
  check: "Tôi đã chuyển, xem tiền về chưa",
  notYet: "Chợ chưa thấy tiền. Ngân hàng có thể chậm vài phút; bạn không cần chuyển lại.",
  cardTitle: "Trả bằng thẻ",
  cardHow: "Số thẻ đi thẳng đến Stripe, chợ không thấy và không giữ.",
  cardNeedsScript:
    "Trả bằng thẻ cần trình duyệt bật JavaScript. Bật lên rồi tải lại trang, hoặc đổi cách trả.",
  cardLoading: "Đang mở phần nhập thẻ…",
  cardFailed: "Không mở được phần nhập thẻ. Kiểm tra mạng rồi tải lại trang, hoặc đổi cách trả.",
  cardPay: (amount: string) => `Trả ${amount}`,
  cardPaying: "Đang trả…",
  /** Stripe's own sentence says what is wrong with a card; this stands in where it has none. */
  cardRefused: "Thẻ chưa trả được. Chưa trừ tiền; thử lại hoặc dùng thẻ khác.",
  simulator:
    "Đây là bản mô phỏng Stripe để thử: không có tiền thật nào di chuyển. Dùng thẻ thử 4242 4242 4242 4242.",
  change: "Đổi cách trả hoặc sửa giỏ",
  changeNote: "Đơn đang chờ được bỏ, giỏ hàng mở lại như cũ. Đã chuyển tiền rồi thì đừng bấm.",
  changeTooLate: "Tiền vừa về nên đơn đã được đặt.",
  failedLate: "Nếu bạn đã chuyển tiền cho đơn này, chợ đã ghi lại và sẽ hoàn tiền cho bạn.",
  method: { cod: "Tiền mặt khi nhận", vietqr: "Chuyển khoản VietQR", stripe: "Thẻ ngân hàng" },
  paidBy: (method: string) => `Đã trả bằng: ${method}`,
  refunded: "Hoàn lại",
};
