import { useHref, usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { SelectField } from "~/ui/field";
import type { CheckoutFaults, CheckoutValues, DetailField } from "./checkout-values";

export type Place = { code: string; name: string };

export type AddressFieldsProps = {
  values: CheckoutValues;
  faults: CheckoutFaults;
  provinces: readonly Place[];
  /** Those of the chosen province; empty before one is chosen. */
  communes: readonly Place[];
  firstFault: DetailField | undefined;
};

/**
 * Province, then commune. With script a chosen province brings its communes at once; without, a
 * button does, and the page comes back with everything typed.
 */
export function AddressFields(props: AddressFieldsProps) {
  const { values, faults, provinces, communes, firstFault } = props;
  const { checkout } = usePhrases();
  const href = useHref();
  return (
    <div className="address-fields">
      <SelectField
        label={checkout.province}
        name="province_code"
        id="province_code"
        autoComplete="address-level1"
        defaultValue={values.province_code}
        error={faults.province_code}
        {...takesFocus(firstFault === "province_code")}
        data-communes={href("/communes")}
      >
        <option value="">{checkout.chooseProvince}</option>
        <Options places={provinces} />
      </SelectField>
      <Button look="outline" name="intent" value="province" className="without-script">
        {checkout.showCommunes}
      </Button>
      <div id="commune" className="min-w-0">
        <SelectField
          label={checkout.commune}
          name="commune_code"
          id="commune_code"
          autoComplete="address-level2"
          defaultValue={values.commune_code}
          error={faults.commune_code}
          {...takesFocus(firstFault === "commune_code")}
          data-choose={checkout.chooseCommune}
        >
          <option value="">
            {communes.length > 0 ? checkout.chooseCommune : checkout.provinceFirst}
          </option>
          <Options places={communes} />
        </SelectField>
      </div>
    </div>
  );
}

function Options({ places }: { places: readonly Place[] }) {
  return places.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}
