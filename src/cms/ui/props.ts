/** A form's own map: what Decap hands over instead of plain objects. */
export interface FormMap {
  get(name: string): unknown;
  getIn(path: string[]): unknown;
  toJS(): Record<string, unknown>;
}

/** What a control gets from Decap. */
export interface ControlProps {
  value?: unknown;
  field: FormMap;
  forID?: string;
  classNameWrapper: string;
  onChange(value: unknown): void;
  setActiveStyle(): void;
  setInactiveStyle(): void;
  getEntry?(): FormMap | undefined;
  entry?: FormMap;
  isDisabled?: boolean;
}

/** A sort of field as Decap's packages bring it. */
export interface WidgetPack {
  Widget(): { name: string; controlComponent: unknown };
}
