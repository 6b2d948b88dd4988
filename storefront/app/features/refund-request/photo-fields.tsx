import { MAX_PHOTOS } from "@cho-lang/shared/domain/refund-request";
import { useHref, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import type { RequestPageFacts } from "./load-request-page.server";
import { Part } from "./part";
import { photoPath } from "./paths";

export type PhotoFieldsProps = {
  purchase: RequestPageFacts["purchase"];
  /** Ids of those that were uploaded before. */
  photos: readonly string[];
  fault: string | undefined;
  isFirst: boolean;
};

/** Photos: those that the market has already, each to be kept or not, and a field for more. */
export function PhotoFields({ purchase, photos, fault, isFirst }: PhotoFieldsProps) {
  const { refundRequest: words } = usePhrases();
  const href = useHref();
  const { id, signature } = purchase;
  return (
    <Part name="photos" legend={words.photos} hint={words.photosHint} fault={fault}>
      {fault ? null : <p className="request-photo-need font-medium">{words.photosNeeded}</p>}
      {photos.length > 0 ? (
        <ul className="request-photos">
          {photos.map((photo, index) => (
            <li key={photo}>
              <label>
                <img
                  src={href(photoPath({ id, photo, signature }))}
                  width={96}
                  height={96}
                  alt={words.photo(index + 1)}
                />
                <span className="request-keep small">
                  <input type="checkbox" name="photo" value={photo} defaultChecked />
                  {words.keepPhoto(index + 1)}
                </span>
              </label>
            </li>
          ))}
        </ul>
      ) : null}
      <ul
        className="request-photos"
        data-photos={MAX_PHOTOS}
        data-alt={words.choosePhotos}
        data-drop={words.dropPhoto}
        data-many={words.faults.photos.photos_too_many}
        data-preparing={words.preparing}
      />
      <p className="small" role="status" data-photo-news />
      <label className="request-files">
        <span>{words.choosePhotos}</span>
        <input
          type="file"
          name="files"
          accept="image/*"
          multiple
          className="input"
          {...(fault ? { "aria-invalid": true as const } : {})}
          {...takesFocus(isFirst)}
        />
      </label>
      <Button look="outline" name="intent" value="photos" className="without-script">
        {words.morePhotos}
      </Button>
    </Part>
  );
}
