/** Labels of our entries in the dashboard's side menu; the screens use lib/phrases. */
export default {
  vi: {
    choLang: {
      producers: "Chủ thể OCOP",
      certifications: "Giấy chứng nhận",
      purchases: "Lượt mua",
      villages: "Làng nghề",
      bookings: "Đặt chỗ",
      search: "Tìm kiếm trong chợ",
      paymentEvents: "Tin báo thanh toán",
      money: "Tiền thu, tiền trả",
      refundRequests: "Hoàn tiền, trả hàng",
    },
  },
  en: {
    choLang: {
      producers: "Producers",
      certifications: "Certificates",
      purchases: "Purchases",
      villages: "Villages",
      bookings: "Bookings",
      search: "Shop search",
      paymentEvents: "Payment messages",
      money: "Money in and back",
      refundRequests: "Refunds and returns",
    },
  },
};
