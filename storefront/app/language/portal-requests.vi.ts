import { SEND_BACK_DAYS } from "@cho-lang/shared/domain/refund-request";
import { formatNumber, formatVnd } from "@cho-lang/shared/money";

const count = (value: number) => formatNumber(value, "vi");
const money = (amount: number) => formatVnd(amount, "vi");

/** A parcel at the door: paid in full, short, or not taken. */
export const parcels = {
  due: "Thu của khách",
  deliverFull: (due: number) => `Đã giao, khách đưa đủ ${money(due)}`,
  short: "Khách đưa thiếu…",
  shortText: "Đơn được ghi là đã giao. Phần còn thiếu, Chợ Làng hỏi lại khách.",
  shortAmount: "Khách đưa bao nhiêu, đồng?",
  shortHint: (due: number) => `Phải thu ${money(due)}. Sửa thành số tiền khách đã đưa.`,
  shortFault: "Chỉ viết số tiền khách đã đưa, ví dụ 200000.",
  shortTooMuch: (due: number) => `Nhiều nhất là ${money(due)}.`,
  shortNote: "Vì sao thiếu?",
  shortDo: "Đã giao, khách đưa thiếu",
  noteHint: "Không bắt buộc, nhiều nhất 300 chữ.",
  noteFault: "Lời nhắn dài nhất 300 chữ.",
  refuse: "Khách không nhận…",
  refuseText: "Gói hàng quay về với bạn. Khách không phải trả tiền gói này.",
  refuseTextPaid: "Gói hàng quay về với bạn. Khi hàng về, Chợ Làng trả lại tiền hàng cho khách.",
  refuseReason: "Vì sao khách không nhận?",
  refuseReasonFault: "Chọn một lý do.",
  refuseNote: "Kể thêm",
  refuseDo: "Ghi là khách không nhận",
  refusedBecause: (reason: string) => `Lý do: ${reason}.`,
  soundLegend: "Hàng còn bán được không?",
  sound: "Còn tốt, bán tiếp được",
  soundNote: "Hàng trở lại kệ.",
  unsound: "Đã hỏng, không bán được",
  unsoundNote: "Hàng không trở lại kệ.",
  soundFault: "Chọn một trong hai.",
  missing: "Khách còn thiếu",
  missingText: (amount: number) => `Khách còn thiếu ${money(amount)}. Chợ Làng đang hỏi lại.`,
  missingOf: (amount: number) => `Khách còn thiếu ${money(amount)}`,
  comingBack: (parcelCount: number) =>
    `${count(parcelCount)} gói khách không nhận đang về. Nhận được gói nào, hãy bấm gói đó.`,
  seeComingBack: "Xem các gói đang về",
};

/** What buyers ask of the producer after buying. */
export const requests = {
  title: "Yêu cầu của khách",
  waiting: (value: number) => `${count(value)} yêu cầu của khách đang chờ bạn.`,
  waitingSpoken: (value: number) => `${count(value)} đang chờ`,
  answer: "Xem và trả lời",
  filterLabel: "Lọc yêu cầu",
  filters: { waiting: "Chờ bạn", all: "Tất cả" },
  filterCount: (facts: { filter: string; count: number }) =>
    `${facts.filter} (${count(facts.count)})`,
  none: { waiting: "Không có ai chờ bạn", all: "Chưa có yêu cầu nào" },
  noneText: "Khi khách xin trả hàng hay xin lại tiền, yêu cầu hiện ở đây.",
  see: "Xem",
  wishes: {
    call_off: "Khách xin hủy đơn",
    call_off_visit: "Khách xin hủy chuyến thăm",
    refund: "Khách xin lại tiền",
    return: "Khách xin trả hàng",
  },
  says: "Khách nói",
  quote: (words: string) => `“${words}”`,
  photos: "Ảnh khách gửi",
  photo: (facts: { position: number; of: number }) =>
    `Ảnh ${count(facts.position)} trên ${count(facts.of)} khách gửi`,
  photoHint: "Bấm vào ảnh để xem lớn.",
  about: "Về những thứ này",
  wholeOrder: "Cả đơn",
  asks: "Khách xin lại",
  grantedSum: "Chợ Làng cho trả lại",
  noMoney: "Không có tiền phải trả lại",
  order: "Xem đơn",
  orderNumber: (number: string) => `Xem đơn ${number}`,
  before: (when: string) => `Trả lời trước ${when}.`,
  beforeElse: "Quá hạn thì Chợ Làng quyết định.",
  overdue: "Đã quá hạn trả lời. Chợ Làng quyết định.",
  sendBackBefore: (when: string) => `Khách phải gửi hàng về trước ${when}.`,
  when: (facts: { time: string; day: string }) => `${facts.time} ${facts.day}`,
  today: "hôm nay",
  tomorrow: "ngày mai",
  weekday: (weekday: string) => weekday,
  date: (facts: { weekday: string; date: string }) => `${facts.weekday}, ${facts.date}`,

  ifYouAccept: "Nếu bạn đồng ý",
  outcome: {
    call_off: "Đơn bị hủy ngay, hàng trở lại kệ.",
    call_off_visit: "Chuyến thăm bị hủy ngay, chỗ mở lại cho người khác.",
    refund: "",
    return: `Khách gửi hàng về cho bạn trong ${SEND_BACK_DAYS} ngày.`,
  },
  outcomeMoney: {
    call_off: (amount: number) => `Chợ Làng trả lại khách ${money(amount)}.`,
    call_off_visit: (amount: number) => `Chợ Làng trả lại khách ${money(amount)}.`,
    refund: (amount: number) =>
      `Chợ Làng trả lại khách ${money(amount)} từ tiền của đơn này. Khách không phải gửi gì về.`,
    return: (amount: number) =>
      `Hàng về, bạn bấm “Đã nhận lại hàng”, rồi Chợ Làng trả lại khách ${money(amount)}.`,
  },
  outcomeFree: "Không có tiền nào phải trả lại khách.",
  accept: "Đồng ý…",
  acceptSure: "Bấm lần nữa là xong, không quay lại được.",
  acceptDo: {
    call_off: () => "Đồng ý hủy đơn",
    call_off_visit: () => "Đồng ý hủy chuyến thăm",
    refund: (amount: number) => `Đồng ý trả lại ${money(amount)}`,
    return: () => "Đồng ý cho trả hàng",
  },
  hasLeft: "Gói đã gửi đi nên không hủy được nữa. Viết cho Chợ Làng biết, chợ sẽ quyết định.",
  decline: "Không đồng ý…",
  declineText: "Chợ Làng xem lời của khách và của bạn, rồi quyết định.",
  declineWhy: "Vì sao bạn không đồng ý?",
  declineWhyHint: "Viết vài câu. Khách cũng đọc được.",
  declineWhyFault: "Viết ít nhất 5 chữ, nhiều nhất 1.000 chữ.",
  declineDo: "Gửi cho Chợ Làng",
  receive: "Đã nhận lại hàng",
  receiveText: (amount: number) =>
    `Bấm khi hàng đã ở tay bạn. Chợ Làng trả lại khách ${money(amount)} ngay sau đó.`,

  next: {
    open: "Khách chờ bạn trả lời.",
    to_decide: "Chợ Làng đang xem và sẽ quyết định. Bạn không phải làm gì.",
    to_send_back: "Khách đang gửi hàng về cho bạn.",
    paying: "Chợ Làng đang trả lại tiền cho khách. Bạn không phải làm gì.",
    refunded: "Đã xong. Khách đã được trả lại tiền.",
    refused: "Đã xong. Chợ Làng không cho trả lại tiền.",
    withdrawn: "Khách đã rút lại yêu cầu. Bạn không phải làm gì.",
  },
  calledOff: "Đã xong. Đơn đã hủy, không có tiền phải trả lại.",
  history: "Đã xảy ra",
  happened: {
    asked: "Khách gửi yêu cầu",
    accepted: "Bạn đồng ý",
    declined: "Bạn không đồng ý",
    granted: "Chợ Làng cho trả lại tiền",
    refused: "Chợ Làng không cho trả lại tiền",
    received: "Hàng đã về",
    refunded: "Đã trả lại tiền cho khách",
  },
  seeRequest: (number: string) => `Xem yêu cầu ${number}`,
  onOrder: "Khách có yêu cầu về đơn này",
};

/** Why a deed about a parcel or a request was refused. */
export const requestRefusals = {
  cash_too_much: "Số tiền lớn hơn số phải thu. Xem lại ô số tiền.",
  order_is_prepaid: "Khách đã trả tiền trước, không thu thêm. Bấm “Đã giao xong”.",
  order_already_delivered: "Đơn này đã ghi là giao xong rồi.",
  order_already_refused:
    "Đơn này đã ghi là khách không nhận. Chờ hàng về rồi bấm “Đã nhận lại hàng”.",
  order_already_returned: "Gói này đã ghi là nhận lại rồi. Xem bên dưới.",
  order_not_refused: "Hãy ghi là khách không nhận trước đã.",
  request_decided: "Yêu cầu này đã có trả lời hoặc khách đã rút lại. Xem tình trạng bên dưới.",
  request_left:
    "Gói hàng đã gửi đi nên không hủy được nữa. Bấm “Không đồng ý…”, Chợ Làng sẽ quyết định.",
  request_back:
    "Khách không nhận gói hàng, tiền hàng được hoàn khi gói về. Bấm “Không đồng ý…”, Chợ Làng sẽ quyết định phần còn lại.",
  refund_busy: "Tiền của đơn này đang được trả lại. Đợi một phút rồi bấm lại.",
  order_change_open: "Chợ Làng đang sửa đơn này. Đợi ít phút rồi bấm lại.",
  refund_too_much: "Số tiền trả lại lớn hơn số đã thu của đơn này. Hãy gọi cho Chợ Làng.",
};
