export const ticket = {
  pageTitle: (title: string) => `Vé: ${title} · Chợ Làng`,
  kicker: "Vé thăm làng",
  ofPurchase: (number: string) => `Đơn ${number}`,
  /** What the leaf of the calendar says under the day. */
  month: (month: number) => `tháng ${month}`,
  /** Where a ticket stands, when it is not simply good. */
  states: {
    redeemed: "Đoàn đã đến nơi",
    redeemedText: "Chủ nhà đã đón đoàn này.",
    someRedeemed: (facts: { came: number; all: number }) =>
      `${facts.came} trên ${facts.all} vé đã đến nơi`,
    someRedeemedText: "Ai chưa đến vẫn dùng được vé của mình.",
    past: "Chuyến này đã qua",
    pastText: "Vé không còn dùng để vào thăm được nữa.",
    cancelled: "Vé đã hủy",
    cancelledText: "Vé này không còn dùng được và bạn không phải trả tiền cho nó.",
    expired: "Vé không dùng được",
    expiredText:
      "Chỗ đã hết trước khi đặt xong. Bạn không phải trả tiền; nếu đã trả, tiền được hoàn.",
  },
  otherDays: "Chọn ngày khác",
  show: "Đưa mã này cho chủ nhà khi đến",
  qrOf: (code: string) => `Mã QR của vé ${code}`,
  code: "Mã vé",
  when: "Lúc",
  fromTo: (facts: { from: string; to: string }) => `${facts.from} đến ${facts.to}`,
  party: "Đoàn",
  who: "Người đặt",
  option: "Chuyến",
  where: "Điểm hẹn",
  directions: "Đường đi",
  map: "Mở bản đồ",
  mapOf: (place: string) => `Mở bản đồ đến ${place}`,
  included: "Gồm có",
  guides: "Nói tiếng",
  due: "Trả tại làng",
  dueNote: (amount: string) => `${amount} tiền mặt, trả cho chủ nhà`,
  nothingDue: "Không phải trả gì thêm",
  host: "Chủ nhà",
  call: (phone: string) => `Gọi ${phone}`,
  policy: "Nếu phải hủy",
  policyAll: (facts: { until: string; refund: string }) =>
    `Đến ${facts.until}: không mất tiền; đã trả thì được trả lại đủ ${facts.refund}.`,
  policySome: (facts: { until: string; refund: string }) =>
    `Đến ${facts.until}: được trả lại ${facts.refund}.`,
  policyNone: "Muộn hơn nữa: không được trả lại.",
  policyNever: "Chuyến này không trả lại tiền khi hủy.",
  howToCancel: "Muốn đổi ngày hay hủy, hãy gọi cho chủ nhà.",
  calendar: "Thêm vào lịch",
  purchase: "Xem cả đơn",
  keep: "Ở làng có thể không có mạng: hãy lưu trang này vào máy, chụp màn hình hoặc in ra trước khi đi.",
  private: "Ai có đường dẫn này đều xem được vé, nên hãy giữ cho riêng đoàn mình.",
  each: (count: number) => `Vé của từng người (${count})`,
  eachText: "Khi mọi người đến không cùng lúc, mỗi người đưa mã của mình.",
  arrivedAt: (instant: string) => `Đã đến lúc ${instant}`,
  /** Lines of the calendar entry. */
  ics: {
    summary: (title: string) => `Đi làng: ${title}`,
    code: (code: string) => `Mã vé: ${code}`,
    due: (amount: string) => `Trả tại làng: ${amount}`,
    host: (facts: { name: string; phone: string | null }) =>
      `Chủ nhà: ${[facts.name, facts.phone].filter(Boolean).join(", ")}`,
    alarm: (title: string) => `Ngày mai: ${title}`,
  },
  invalidTitle: "Đường dẫn này không mở được vé",
  invalidText:
    "Hãy mở lại đúng đường dẫn trong e-mail của chợ; nó có thể bị cắt khi sao chép. Vé cũng mở được từ trang đơn của bạn.",
};
