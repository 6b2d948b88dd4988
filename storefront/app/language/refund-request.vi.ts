import { formatNumber } from "@cho-lang/shared/money";

export const refundRequest = {
  pageTitle: (number: string) => `Trả hàng, hoàn tiền cho đơn ${number} · Chợ Làng`,
  heading: "Trả hàng, hoàn tiền",
  ofOrder: (facts: { number: string; producer: string }) =>
    `Đơn ${facts.number} của ${facts.producer}`,
  back: (number: string) => `Về đơn ${number}`,
  /** On the page of a purchase. */
  ask: "Cần trả hàng hoặc hoàn tiền?",
  askOf: (number: string) => `Cần trả hàng hoặc hoàn tiền? Đơn ${number}`,
  see: "Xem yêu cầu",
  seeOf: (number: string) => `Xem yêu cầu ${number}`,
  requests: "Yêu cầu của bạn",
  request: (facts: { number: string; state: string }) => `${facts.number}: ${facts.state}`,
  /** What happens next, by the state of a request. */
  next: {
    open: (by: string) =>
      `Nhà sản xuất trả lời trước ${by}. Quá giờ đó, Chợ Làng quyết định. Bạn chưa phải làm gì.`,
    to_decide:
      "Chợ Làng đang xem và sẽ quyết định. Kết quả được gửi đến e-mail của bạn. Bạn chưa phải làm gì.",
    to_send_back: (by: string) =>
      `Hãy gửi hàng lại cho nhà sản xuất trước ${by}. Gọi nhà sản xuất để hỏi gửi về đâu. Hàng về đến nơi thì tiền được hoàn cho bạn.`,
    refused: "Yêu cầu này đã khép lại. Có gì chưa rõ, hãy gọi nhà sản xuất.",
    withdrawn: "Bạn đã rút lại yêu cầu này.",
  },
  paying: {
    stripe: "Tiền đang được hoàn về thẻ của bạn.",
    vietqr: "Tiền đang được chuyển vào tài khoản của bạn.",
    cod: "Tiền đang được chuyển vào tài khoản của bạn.",
  },
  refunded: {
    stripe: (sum: string) =>
      `Đã hoàn ${sum} về thẻ của bạn. Ngân hàng có thể cần 5 đến 10 ngày để tiền hiện ra.`,
    vietqr: (sum: string) =>
      `Chợ Làng hoàn ${sum} bằng chuyển khoản. Tiền thường đến sau một, hai ngày làm việc.`,
    cod: (sum: string) =>
      `Chợ Làng hoàn ${sum} bằng chuyển khoản. Tiền thường đến sau một, hai ngày làm việc.`,
  },
  callingOff: "Đang hủy đơn",
  calledOff: "Đã hủy đơn",
  payingNothing: "Đơn đang được hủy. Bạn không phải trả gì.",
  refundedNothing: "Đơn đã được hủy. Bạn không phải trả gì.",
  accepted: "Nhà sản xuất đồng ý.",
  declined: "Nhà sản xuất chưa đồng ý.",
  decisions: {
    grant: (sum: string) => `Chợ Làng quyết định hoàn ${sum}.`,
    refuse: "Chợ Làng quyết định không hoàn tiền.",
  },
  youWrote: "Bạn đã viết",
  reason: "Lý do",
  kind: "Bạn muốn",
  asked: "Bạn xin hoàn",
  askedNothing: "Chỉ hủy đơn",
  granted: "Được hoàn",
  askedAt: "Gửi lúc",
  lines: "Gồm",
  line: (facts: { quantity: number; title: string }) =>
    `${formatNumber(facts.quantity, "vi")} × ${facts.title}`,
  photo: (position: number) => `Ảnh ${position}`,
  openPhoto: (position: number) => `Mở ảnh ${position}`,
  withdraw: "Rút lại yêu cầu",
  withdrawText: "Rút lại rồi thì không ai xem yêu cầu này nữa.",
  withdrawDo: "Đúng, rút lại",
  /** After a press. */
  notices: {
    sent: "Đã gửi yêu cầu. Nhà sản xuất được báo ngay.",
    open: "Yêu cầu của bạn đã được gửi và đang chờ.",
    late: "Đơn này không còn gửi yêu cầu được nữa.",
    withdrawn: "Đã rút lại yêu cầu.",
    decided: "Yêu cầu này đã có kết quả nên không rút lại được.",
  },
  closed: {
    nothing_fits: "Đơn này không có gì để trả hay hoàn tiền.",
    too_late: "Đã quá 7 ngày nên không gửi yêu cầu được nữa. Bạn vẫn có thể gọi nhà sản xuất.",
  },
  newRequest: "Yêu cầu mới",
  how: (hours: number) =>
    `Nhà sản xuất trả lời trong ${hours} giờ. Họ không trả lời hoặc không đồng ý thì Chợ Làng quyết định.`,
  until: (instant: string) => `Gửi được đến ${instant}.`,
  wholeGoods: "Hàng chưa gửi đi, nên cả đơn này được hủy.",
  wholeBoth: "Hàng chưa gửi đi, nên cả đơn này được hủy, kể cả chuyến thăm trong đơn.",
  wholeVisit: "Cả chuyến này được hủy và chỗ của bạn được trả lại.",
  wholeSum: (sum: string) => `Nếu được đồng ý, bạn nhận lại ${sum} đã trả.`,
  nothingPaid: "Bạn chưa trả gì cho đơn này, nên không có tiền để hoàn.",
  byRules: (facts: { sum: string; paid: string }) =>
    `Theo quy định của chuyến thăm, hủy lúc này bạn nhận lại ${facts.sum} trên ${facts.paid} đã trả.`,
  byRulesNothing: "Theo quy định của chuyến thăm, hủy lúc này bạn không được hoàn tiền.",
  reasonNote: {
    byRules: (sum: string) => `Nhận lại ${sum} theo quy định`,
    sendBack: "Phải gửi hàng lại; phí giao không được hoàn",
  },
  whatHappened: "Chuyện gì đã xảy ra?",
  whyCancel: "Vì sao bạn muốn hủy?",
  which: "Món nào?",
  whichHint: "Đánh dấu món cần trả hoặc hoàn tiền.",
  howMany: "Mấy món?",
  howManyOf: (title: string) => `Mấy món ${title}?`,
  of: (facts: { count: number; most: number }) =>
    `${formatNumber(facts.count, "vi")} trên ${formatNumber(facts.most, "vi")}`,
  whichWay: "Bạn muốn thế nào?",
  kindNote: {
    refund: "Bạn giữ hàng.",
    return: "Đồng ý rồi mới gửi hàng. Hàng về đến nơi thì tiền được hoàn.",
  },
  words: "Kể ngắn gọn",
  wordsHint: "Ví dụ: 2 hộp bị bẹp, trà bên trong ẩm.",
  wordsHintWhole: "Ví dụ: tôi đặt nhầm loại.",
  wordsHintVisit: "Ví dụ: nhà tôi có việc đột xuất.",
  photos: "Ảnh chụp",
  photosHint: "Nhiều nhất 5 ảnh. Chợ xóa thông tin nơi chụp khỏi ảnh.",
  photosNeeded: "Với lý do này, cần ít nhất một ảnh.",
  choosePhotos: "Chụp hoặc chọn ảnh",
  keepPhoto: (position: number) => `Giữ ảnh ${position}`,
  dropPhoto: "Bỏ ảnh",
  morePhotos: "Tải lên rồi thêm ảnh nữa",
  preparing: "Đang chuẩn bị ảnh…",
  account: "Hoàn tiền về tài khoản nào?",
  accountHint: {
    cod: "Bạn trả tiền mặt, nên tiền được chuyển lại vào tài khoản này.",
    vietqr: "Ngân hàng không báo bạn đã chuyển từ tài khoản nào, nên hãy ghi ra đây.",
    stripe: "Tiền được chuyển lại vào tài khoản này.",
  },
  bank: "Ngân hàng",
  chooseBank: "Chọn ngân hàng",
  accountNumber: "Số tài khoản",
  accountName: "Tên chủ tài khoản",
  accountNameHint: "Ghi như trong ứng dụng ngân hàng.",
  send: "Gửi yêu cầu",
  sending: "Đang gửi…",
  call: (phone: string) => `Muốn hỏi trước? Gọi nhà sản xuất ${phone}`,
  callBack: (phone: string) => `Gọi nhà sản xuất ${phone}`,
  faultsAbove: "Còn chỗ cần sửa. Những gì bạn đã ghi và ảnh đã tải lên vẫn còn đây.",
  notSent: "Chưa gửi được. Những gì bạn đã ghi vẫn còn đây; hãy bấm gửi lại.",
  tooOften: "Bạn gửi nhiều lần quá nhanh. Đợi vài phút rồi bấm gửi lại.",
  /** By part of the form and code; `missing` is the general one. */
  faults: {
    reason: {
      missing: "Hãy chọn một lý do.",
      reason_unfit: "Lý do này không hợp với đơn lúc này. Hãy chọn lý do khác.",
    },
    lines: {
      missing: "Hãy đánh dấu ít nhất một món.",
      line_too_much: "Số lượng nhiều hơn bạn đã mua. Hãy chọn lại.",
      line_unfit: "Lý do này không hợp với món đã chọn. Hãy đổi lý do hoặc chọn món khác.",
    },
    kind: {
      missing: "Hãy chọn giữ hàng hay gửi hàng lại.",
      kind_unfit: "Cách này không hợp với lý do đã chọn. Hãy chọn cách kia.",
    },
    text: {
      missing: "Hãy viết vài chữ, ít nhất 5 ký tự. Ví dụ: hộp bị vỡ.",
      too_long: "Dài quá. Hãy viết trong 1.000 ký tự.",
    },
    photos: {
      missing: "Chưa nhận được ảnh. Hãy chọn lại ảnh rồi gửi.",
      photos_missing: "Cần ít nhất một ảnh cho lý do này.",
      photo_format: "Một ảnh không đọc được. Hãy dùng ảnh JPEG, PNG hoặc WebP, hoặc chụp lại.",
      photo_too_large: "Một ảnh nặng quá 12 MB. Hãy chụp lại với cỡ nhỏ hơn. Các ảnh khác vẫn còn.",
      photos_too_many: "Nhiều nhất 5 ảnh. Những ảnh còn lại chưa được nhận.",
      photo_not_sent: "Một ảnh chưa tải lên được. Hãy chọn lại ảnh đó rồi gửi.",
      photo_unknown: "Ảnh tải lên đã quá một ngày. Hãy chọn lại ảnh.",
    },
    bank_bin: { missing: "Hãy chọn ngân hàng trong danh sách." },
    account_number: { missing: "Số tài khoản có 4 đến 34 chữ số. Ví dụ: 0123456789." },
    name: { missing: "Hãy ghi tên chủ tài khoản. Ví dụ: NGUYEN THI MAI." },
  },
};
