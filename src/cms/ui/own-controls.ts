import { Component, createElement as h, type ReactNode } from 'react';
import { knownIds } from '../check/known.ts';
import { judge, type Verdict } from './judge.ts';
import type { ControlProps } from './props.ts';

/** What the three controls below share: one input, judged by the schema. */
abstract class OneInput extends Component<ControlProps> {
  isValid = (): Verdict => judge(this.props.field, this.props.value);

  protected input(more: Record<string, unknown>): ReactNode {
    const { forID, classNameWrapper, value, onChange, setActiveStyle, setInactiveStyle, isDisabled } = this.props;
    const shown = typeof value === 'string' ? value : '';
    return h('input', {
      id: forID,
      className: classNameWrapper,
      value: shown,
      disabled: isDisabled,
      onChange: (event: { target: HTMLInputElement }) => onChange(event.target.value),
      onFocus: setActiveStyle,
      onBlur: setInactiveStyle,
      ...more,
    });
  }
}

/** A calendar day, kept as `YYYY-MM-DD`. */
export class DayControl extends OneInput {
  override render(): ReactNode {
    return this.input({ type: 'date' });
  }
}

/** The id of something else: typed, or chosen from what there is. */
export class PickControl extends OneInput {
  override state: { options: { id: string; name: string }[] } = { options: [] };
  #gone = false;

  override componentDidMount(): void {
    const kind = this.props.field.get('refers') as string;
    knownIds(kind).then((options) => this.#gone || this.setState({ options }));
  }

  override componentWillUnmount(): void {
    this.#gone = true;
  }

  override render(): ReactNode {
    const list = `${this.props.forID}-list`;
    const { options } = this.state;
    const named = options.find(({ id }) => id === this.props.value)?.name;
    return h(
      'div',
      null,
      this.input({ type: 'text', list, autoComplete: 'off', spellCheck: false }),
      h('datalist', { id: list }, ...options.map(({ id, name }) => h('option', { key: id, value: id }, name))),
      named && h('p', { className: 'desk-named' }, named),
    );
  }
}

/** An id for life: asked for in a new entry, shown and no more in one that exists. */
export class CodeControl extends OneInput {
  #entry() {
    return this.props.getEntry?.() ?? this.props.entry;
  }

  override isValid = (): Verdict => {
    if (!this.#entry()?.get('newRecord')) return true;
    const { value, field } = this.props;
    if (typeof value !== 'string' || value === '') return { error: { type: 'CUSTOM', message: 'Cần một mã, ví dụ a1-1.' } };
    return field.get('rule') ? judge(field, value) : /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) || { error: { type: 'CUSTOM', message: 'Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang, ví dụ a1-1.' } };
  };

  override render(): ReactNode {
    const entry = this.#entry();
    if (!entry?.get('newRecord')) return this.input({ type: 'text', value: String(entry?.get('slug') ?? this.props.value ?? ''), readOnly: true });
    return this.input({ type: 'text', autoComplete: 'off', autoCapitalize: 'none', spellCheck: false });
  }
}
