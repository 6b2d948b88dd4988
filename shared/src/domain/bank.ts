/**
 * Banks and wallets that take VietQR transfers over NAPAS 24/7, by the six digits (BIN) that stand
 * in the QR code, with the short names that people know. Source: NAPAS's published list of members.
 */
export const BANKS = {
  "422589": "CIMB",
  "458761": "HSBC",
  "546034": "CAKE",
  "546035": "Ubank",
  "668888": "KBank",
  "796500": "DBS",
  "963388": "Timo",
  "970400": "SAIGONBANK",
  "970403": "Sacombank",
  "970405": "Agribank",
  "970406": "Vikki Bank (Đông Á)",
  "970407": "Techcombank",
  "970408": "GPBank",
  "970409": "Bac A Bank",
  "970410": "Standard Chartered",
  "970412": "PVcomBank",
  "970414": "MBV (OceanBank)",
  "970415": "VietinBank",
  "970416": "ACB",
  "970418": "BIDV",
  "970419": "NCB",
  "970421": "VRB",
  "970422": "MB Bank",
  "970423": "TPBank",
  "970424": "Shinhan Bank",
  "970425": "ABBANK",
  "970426": "MSB",
  "970427": "VietABank",
  "970428": "Nam A Bank",
  "970429": "SCB",
  "970430": "PGBank",
  "970431": "Eximbank",
  "970432": "VPBank",
  "970433": "VietBank",
  "970434": "Indovina Bank",
  "970436": "Vietcombank",
  "970437": "HDBank",
  "970438": "BaoViet Bank",
  "970439": "Public Bank",
  "970440": "SeABank",
  "970441": "VIB",
  "970442": "Hong Leong Bank",
  "970443": "SHB",
  "970444": "VCBNeo (CBBank)",
  "970446": "Co-opBank",
  "970448": "OCB",
  "970449": "LPBank",
  "970452": "KienlongBank",
  "970454": "BVBank (Bản Việt)",
  "970457": "Woori Bank",
  "970458": "UOB",
  "971005": "Viettel Money",
  "971011": "VNPT Money",
  "971025": "MoMo",
  "999888": "VBSP (Ngân hàng Chính sách Xã hội)",
} as const satisfies Record<string, string>;

export type BankBin = keyof typeof BANKS;

/** Whether six digits belong to a bank of the list. */
export function isBankBin(bin: string): bin is BankBin {
  return Object.hasOwn(BANKS, bin);
}

/** The bank's short name; its BIN when the bank is not in the list. */
export function bankName(bin: string): string {
  return isBankBin(bin) ? BANKS[bin] : bin;
}
