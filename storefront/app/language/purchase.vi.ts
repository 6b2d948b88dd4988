import { formatNumber } from "@cho-lang/shared/money";

export const purchase = {
  pageTitle: (number: string) => `Đơn ${number} · Chợ Làng`,
  heading: "Đơn",
  placedAt: (instant: string) => `Đặt lúc ${instant}`,
  thanks: (email: string) =>
    `Chợ đã nhận đơn. Đường dẫn của trang này được gửi đến ${email}; ai có đường dẫn đều xem được đơn, nên hãy giữ cho riêng mình.`,
  creating: "Đơn đang được tạo. Tải lại trang sau vài giây.",
  failed:
    "Đơn này chưa đặt được và không có gì phải trả. Giỏ hàng vẫn còn để bạn đặt lại hoặc sửa.",
  reload: "Tải lại trang",
  toCart: "Về giỏ hàng",
  orderOf: (facts: { position: number; count: number }) =>
    `Gói ${facts.position} trên ${facts.count}`,
  orderOfVisits: "Chuyến thăm",
  orderNumber: (number: string) => `Mã ${number}`,
  callProducer: (phone: string) => `Gọi cơ sở ${phone}`,
  history: "Đường đi của gói hàng",
  /** What has happened to an order, by the state that it led to. */
  happened: {
    to_confirm: "Đã đặt",
    to_pack: "Cơ sở đã nhận đơn",
    to_ship: "Đã gói xong",
    shipped: "Đã gửi đi",
    delivered: "Đã giao",
    refused: "Chưa giao được, hàng quay về",
    returned: "Hàng đã về lại cơ sở",
    booked: "Đã đặt chuyến",
    visited: "Đã đến thăm",
    cancelled: "Đã hủy",
  },
  /** What has not happened yet, by the state that it will lead to. */
  ahead: {
    to_confirm: "Đặt hàng",
    to_pack: "Cơ sở nhận đơn",
    to_ship: "Gói hàng",
    shipped: "Gửi đi",
    delivered: "Giao đến bạn",
    refused: "Hàng quay về",
    returned: "Về lại cơ sở",
    booked: "Đặt chuyến",
    visited: "Đến thăm",
    cancelled: "Hủy",
  },
  notYet: "chưa tới",
  /** What comes next, by where an order stands. */
  next: {
    to_confirm: "Cơ sở sẽ xác nhận đơn rồi gói hàng. Bạn chưa phải làm gì.",
    to_pack: "Cơ sở đang chuẩn bị hàng. Bạn chưa phải làm gì.",
    to_ship: "Hàng đã gói, chờ người giao đến lấy.",
    shipped: "Gói hàng đang trên đường. Người giao sẽ gọi trước khi đến; hãy chuẩn bị tiền mặt.",
    delivered: "Bạn đã nhận gói này. Có gì chưa đúng, hãy gọi cho cơ sở.",
    refused: "Gói này chưa giao được và đang quay về cơ sở. Bạn không phải trả tiền cho nó.",
    returned: "Gói này đã về lại cơ sở. Bạn không phải trả tiền cho nó.",
    booked: "Chủ nhà đang chờ bạn. Mở vé để xem điểm hẹn và mã đưa khi đến.",
    visited: "Bạn đã đến thăm. Cảm ơn bạn đã ghé làng.",
    cancelled: "Gói này không được giao và bạn không phải trả tiền cho nó.",
  },
  /** Of an order that sends nothing. */
  cancelledVisits: "Chuyến này không còn và bạn không phải trả tiền cho nó.",
  /** Of an order that was paid before it was placed. */
  shippedPaid: "Gói hàng đang trên đường. Người giao sẽ gọi trước khi đến; bạn không trả gì thêm.",
  cancelledPaid: "Đơn này đã hủy. Tiền của nó được hoàn lại theo cách bạn đã trả.",
  refusedPaid:
    "Gói này chưa giao được và đang quay về cơ sở. Khi hàng về đến nơi, tiền hàng được hoàn lại cho bạn.",
  returnedPaid: "Gói này đã về lại cơ sở. Tiền hàng được hoàn lại cho bạn.",
  historyOfVisits: "Chuyến thăm đến đâu",
  callHost: (phone: string) => `Gọi chủ nhà ${phone}`,
  meetingPoint: "Điểm hẹn:",
  openTicket: "Mở vé",
  openTicketOf: (title: string) => `Mở vé ${title}`,
  /** Of a delivered parcel for which less cash came. */
  missing: (sum: string) =>
    `Người giao báo còn thiếu ${sum} tiền mặt của gói này. Nếu bạn đã trả đủ, hãy gọi cho cơ sở.`,
  cancelReason: (reason: string) => `Lý do: ${reason}.`,
  tracking: "Mã vận đơn",
  trackingBy: (facts: { number: string; carrier: string | null }) =>
    facts.carrier ? `${facts.number} (${facts.carrier})` : facts.number,
  quantity: (quantity: number) => `${formatNumber(quantity, "vi")} ×`,
  goods: "Tiền hàng",
  shipping: (name: string | null) => (name ? `Phí giao (${name})` : "Phí giao"),
  visits: "Tiền thăm làng",
  orderTotal: "Tổng gói này",
  orderTotalOfVisits: "Tổng chuyến này",
  due: "Trả khi nhận gói này",
  dueOfVisits: "Trả khi đến nơi",
  dueOfBoth: "Còn phải trả, cả hàng và chuyến thăm",
  paid: "Đã trả đủ",
  summary: "Tóm tắt",
  deliverTo: "Giao đến",
  bookedFor: "Người đặt",
  payment: "Trả tiền",
  codFor: (parcels: number) =>
    parcels > 1
      ? `Trả tiền mặt khi nhận, ${parcels} lần cho ${parcels} gói`
      : "Trả tiền mặt khi nhận gói hàng",
  codOfVisits: "Trả chủ nhà bằng tiền mặt khi đến nơi",
  nothingDue: "Không phải trả gì",
  total: "Tổng",
  dueLeft: "Còn phải trả",
  paidSoFar: "Đã trả",
  help: "Cần sửa hay hủy? Gọi cho cơ sở trước khi hàng được gửi đi.",
  helpOfVisits: "Cần đổi ngày hay hủy chuyến? Gọi cho chủ nhà càng sớm càng tốt.",
  print: "Muốn giữ bản giấy, hãy in trang này.",
  invalidTitle: "Đường dẫn này không mở được đơn",
  invalidText:
    "Hãy mở lại đúng đường dẫn trong e-mail của chợ; nó có thể bị cắt khi sao chép. Nếu đã mua bằng tài khoản, đăng nhập để xem đơn.",
};
