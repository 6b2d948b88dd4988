import type { Phrases } from "./vi";

export const checkout = {
  title: "Delivery and payment",
  titleOfVisits: "Guest and payment",
  haveAccount: "Have an account?",
  signIn: "Sign in",
  signedIn: (email) => `You are buying with the account ${email}.`,
  fullName: "Full name",
  phone: "Phone",
  phoneHint: "A Vietnamese number; the courier calls it before coming.",
  phoneHintOfVisits: "The host calls it when needed. From abroad: + and your country code.",
  email: "E-mail",
  emailHint: "We send the link to your order here, and no advertising.",
  province: "Province or city",
  chooseProvince: "Choose a province",
  showCommunes: "Show this province's communes",
  commune: "Ward or commune",
  chooseCommune: "Choose a ward or commune",
  provinceFirst: "Choose a province first",
  communeProposed: (name) =>
    `The place you wrote belongs to ${name}, which is chosen now. If it is right, order again.`,
  street: "House number and street, or hamlet",
  note: "Message to the producers (optional)",
  noteOfVisits: "Message to the host (optional)",
  payment: "Payment",
  cod: "Cash on delivery",
  codOfVisits: "Cash when you arrive",
  codOfBoth: "Cash on delivery and when you arrive",
  codNote: (parcels) =>
    parcels > 1
      ? `The courier collects ${parcels} times, because there are ${parcels} parcels`
      : "The courier collects cash when you receive the parcel",
  codAtDoor: ({ amount, parcels }) =>
    parcels > 1
      ? `On delivery: ${amount} to the courier, in ${parcels} parts for ${parcels} parcels.`
      : `On delivery: ${amount} to the courier.`,
  codAtVillage: (amount) => `In the village: ${amount} to the host.`,
  codOfVisitsNote: (amount) =>
    `Nothing is charged now. In the village you pay the host ${amount} in cash.`,
  vietqr: "Bank transfer by VietQR",
  vietqrNote:
    "Next comes a QR code for your banking app; the order is placed when the money comes.",
  stripe: "Card (Visa, Mastercard…)",
  stripeNote: "Next you type your card into Stripe's own fields; we never see its number.",
  paymentReasons: {
    card_floor: "A card takes 15,000 đ at least. Transfer, or add something.",
    card_ceiling: "A card takes at most 99,999,999 đ at once. Take something out, or transfer.",
    transfer_ceiling:
      "One transfer takes at most 499,999,999 đ. Split the cart into several orders.",
    nothing_to_pay: "There is nothing to pay ahead for this cart.",
    cod_ceiling:
      "This is above the limit of cash on delivery. Take something out, or receive your open parcels first.",
    other: "This way of paying can't be used now.",
  },
  place: "Place the order",
  placeVisit: "Book the visit",
  placing: "Placing the order…",
  placingVisit: "Booking the visit…",
  terms: "By ordering you accept each producer's return terms.",
  termsOfVisits: "By booking you accept the cancellation terms on the visit's page.",
  taxes: "Prices include tax.",
  faultsTitle: (count) => (count === 1 ? "One thing to correct" : `${count} things to correct`),
  refusals: {
    total_changed: ({ seen, now }) =>
      `The total changed from ${seen} to ${now}. Please look again, then place the order.`,
    busy: "The order for this cart is being made. Wait a few seconds and press again; nothing is ordered twice.",
    no_answer:
      "The market did not answer in time. Please press again; your cart is safe and nothing is ordered twice.",
    refused: "This order could not be placed. Please look at the cart and press again.",
  },
  faults: {
    full_name: {
      invalid: "Write your full name, for example Nguyễn Thị Hường.",
      missing: "Write your full name, for example Nguyễn Thị Hường.",
      too_long: "The name has more than 100 characters. Shorten it, for example Nguyễn Thị Hường.",
    },
    phone: {
      invalid: "This number is not right. For example 0912 345 678.",
      missing: "The courier or the host needs a phone number. For example 0912 345 678.",
      too_short: "Some digits are missing. For example 0912 345 678.",
      too_long: "There are too many digits. For example 0912 345 678.",
      bad_prefix: "Vietnamese numbers begin with 0 or +84. For example 0912 345 678.",
      not_a_number: "Please write digits only. For example 0912 345 678.",
    },
    email: {
      invalid: "This e-mail address is not right. For example huong@example.vn.",
      missing: "We need an e-mail to send the order's link. For example huong@example.vn.",
    },
    province_code: {
      invalid: "Choose a province or city from the list, for example Hanoi.",
      missing: "Choose the province or city of delivery, for example Hanoi.",
    },
    commune_code: {
      invalid: "Choose a ward or commune from the list.",
      missing:
        "Choose the ward or commune of delivery. If you know only its old name, write it after the street: 12 Phất Lộc, Hàng Buồm.",
      commune_of_another_province: "This one lies in another province. Choose from the list.",
    },
    street: {
      invalid: "Write house number and street, or the hamlet, for example 12 ngõ Phất Lộc.",
      missing: "Write house number and street, or the hamlet, for example 12 ngõ Phất Lộc.",
      street_too_long: "The address has more than 200 characters. Please shorten it.",
    },
    note: {
      invalid: "The message has more than 500 characters. For example: call before coming.",
      missing: "",
    },
    payment: {
      invalid: "Choose a way to pay.",
      missing: "Choose a way to pay.",
      payment_not_offered: "This way to pay can't be used now. Choose another one.",
      card_floor: "A card takes 15,000 đ at least. Choose another way, or add something.",
      too_many_unpaid:
        "Several orders of yours, or from this network, still wait to be paid. Open the link in the e-mail to pay or give up one of them, or choose cash.",
      card_ceiling:
        "A card takes at most 99,999,999 đ at once. Choose another way, or take something out.",
      transfer_ceiling:
        "One transfer takes at most 499,999,999 đ. Split the cart into several orders.",
      nothing_to_pay: "There is nothing to pay ahead. Choose another way.",
      cod_ceiling:
        "This is above the limit of cash on delivery. Take something out, or receive your open parcels first.",
    },
  },
  phoneMissing: (digits) =>
    `${digits === 1 ? "One digit is" : `${digits} digits are`} missing. For example 0912 345 678.`,
} satisfies Phrases["checkout"];
