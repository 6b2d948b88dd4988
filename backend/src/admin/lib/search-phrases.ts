import type {
  Rebuild,
  SearchEngine,
  SearchEngineState,
} from "@cho-lang/shared/contracts/operator-search";
import type { Phrase } from "@cho-lang/shared/language";

/** The engines' own names. */
export const ENGINE_NAMES: Readonly<Record<SearchEngine, string>> = {
  "search-postgres": "PostgreSQL",
  "search-meilisearch": "Meilisearch",
};

/** What the page of the shop's search says, besides the words of all screens in phrases.ts. */
export const searchPhrases = {
  title: { vi: "Tìm kiếm trong chợ", en: "Shop search" },
  intro: {
    vi: "Người mua tìm thấy gì, và tìm kiếm có theo kịp hàng hóa hay không.",
    en: "What shoppers find, and whether search keeps up with the goods.",
  },
  degraded: {
    vi: "PostgreSQL đang trả lời thay. Người mua vẫn tìm được; xem lý do bên dưới.",
    en: "PostgreSQL stands in. Shoppers still find things; the reason is shown below.",
  },
  serves: { vi: "Đang trả lời người mua", en: "Answers shoppers" },
  standsBy: { vi: "Sẵn sàng thay thế", en: "Stands by" },
  troubled: { vi: "Chưa dùng được", en: "Can't be used now" },
  documents: { vi: "Tìm được", en: "Can be found" },
  products: { vi: "sản phẩm", en: "products" },
  documentsHint: {
    vi: "Hàng đang ẩn hoặc của chủ thể tạm ngưng không tìm được.",
    en: "Hidden goods and those of suspended producers can't be found.",
  },
  unknown: { vi: "Không rõ, vì không trả lời", en: "Unknown, as it does not answer" },
  version: { vi: "Bản chỉ mục", en: "Version of the index" },
  noVersion: { vi: "Chưa có", en: "None yet" },
  waiting: { vi: "Chờ cập nhật", en: "Waiting to be updated" },
  upToDate: { vi: "Không có, mọi thay đổi đã tìm được", en: "None, every change can be found" },
  oldest: { vi: "lâu nhất", en: "the oldest for" },
  dead: { vi: "Để riêng vì lỗi", en: "Laid aside after errors" },
  lastRebuild: { vi: "Lần làm lại gần nhất", en: "Last rebuilt" },
  never: { vi: "Chưa lần nào", en: "Never" },
  stays: { vi: "Bản trước vẫn được dùng.", en: "The index before stays in use." },
  reindex: { vi: "Làm lại chỉ mục", en: "Rebuild the index" },
  reindexAsk: {
    vi: "Đọc lại toàn bộ sản phẩm. Người mua vẫn tìm như thường trong lúc đó; xong thì bản mới thay bản cũ.",
    en: "All products are read again. Shoppers search as before meanwhile; then the new index takes over.",
  },
  progress: { vi: "Tiến độ làm lại chỉ mục", en: "Progress of the rebuild" },
  written: { vi: "Đã ghi", en: "Written" },
  finishing: { vi: "Đang hoàn tất…", en: "Finishing…" },
  deadLetters: { vi: "Sản phẩm để riêng vì lỗi", en: "Products laid aside after errors" },
  deadHint: {
    vi: "Thay đổi của những sản phẩm này chưa vào được tìm kiếm. Sửa nguyên nhân rồi thử lại; lần sửa sản phẩm sau cũng tự thử lại.",
    en: "Changes of these products have not reached search. Mend the cause and try again; the next edit of a product tries again too.",
  },
  noDead: { vi: "Không có sản phẩm nào bị lỗi.", en: "No product had errors." },
  gone: { vi: "Sản phẩm không còn", en: "The product is gone" },
  engine: { vi: "Máy tìm kiếm", en: "Engine" },
  tries: { vi: "Số lần thử", en: "Tries" },
  error: { vi: "Lỗi", en: "Error" },
  retry: { vi: "Thử lại", en: "Try again" },
  retryAll: { vi: "Thử lại tất cả", en: "Try all again" },
  emptyQueries: { vi: "Tìm mà không thấy", en: "Searched and not found" },
  emptyHint: {
    vi: "Chữ mà người mua gõ nhiều nhất nhưng không có kết quả. Có thể thiếu mặt hàng, hoặc tên gọi khác. Số điện thoại và e-mail không được lưu.",
    en: "What shoppers typed most and found nothing for: goods that are missing, or known by another name. Phone numbers and e-mail addresses are not kept.",
  },
  noEmpty: { vi: "Chưa có ai tìm mà không thấy.", en: "Nobody has searched in vain." },
  text: { vi: "Chữ đã gõ", en: "What was typed" },
  times: { vi: "Số lần", en: "Times" },
  lastAt: { vi: "Lần cuối", en: "Last time" },
  openShop: { vi: "mở trang chợ trong thẻ mới", en: "opens the shop in a new tab" },
  period: { vi: "Trong", en: "Within" },
} as const satisfies Record<string, Phrase>;

/** Why an engine does not answer, and what helps. */
export const problemPhrases: Record<NonNullable<SearchEngineState["problem"]>, Phrase> = {
  unreachable: {
    vi: "Không kết nối được. Kiểm tra máy chủ Meilisearch có chạy không, rồi MEILISEARCH_HOST và MEILISEARCH_API_KEY. Khi nó trả lời lại, tìm kiếm tự chuyển về.",
    en: "It can't be reached. Check that the Meilisearch server runs, then MEILISEARCH_HOST and MEILISEARCH_API_KEY. Search switches back by itself when it answers.",
  },
  behind: {
    vi: "Chưa theo kịp các thay đổi. Thường tự hết sau ít phút; nếu không, làm lại chỉ mục.",
    en: "It has not caught up with the changes. That usually passes within minutes; if not, rebuild the index.",
  },
  not_built: {
    vi: "Chỉ mục chưa có hoặc đã mất. Nó tự được làm lại khi máy chủ trả lời. Nếu sau vài phút vẫn vậy, kiểm tra máy chủ có chạy không, rồi MEILISEARCH_HOST và MEILISEARCH_API_KEY.",
    en: "The index does not exist or was lost. It is rebuilt by itself as soon as the server answers. If it stays so for minutes, check that the server runs, then MEILISEARCH_HOST and MEILISEARCH_API_KEY.",
  },
  resting: {
    vi: "Vừa lỗi nhiều lần nên tạm nghỉ ít giây, rồi tự thử lại.",
    en: "It failed several times and rests for some seconds; then it is tried again by itself.",
  },
};

/** How a rebuild of an index stands or ended. */
export const rebuildPhrases: Record<Rebuild["state"], Phrase> = {
  running: { vi: "Đang làm lại", en: "Running" },
  done: { vi: "Đã xong", en: "Done" },
  failed: { vi: "Không thành công", en: "Failed" },
  cancelled: {
    vi: "Dừng giữa chừng; sẽ tự làm tiếp sau ít phút",
    en: "Stopped in the middle; it goes on by itself within minutes",
  },
};

/** Days of which empty queries are shown. */
export const PERIODS: readonly { days: number; label: Phrase }[] = [
  { days: 7, label: { vi: "7 ngày", en: "7 days" } },
  { days: 30, label: { vi: "30 ngày", en: "30 days" } },
  { days: 90, label: { vi: "90 ngày", en: "90 days" } },
];
