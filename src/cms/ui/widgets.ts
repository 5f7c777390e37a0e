import { DecapCmsCore as CMS } from 'decap-cms-core';
import { DecapCmsWidgetBoolean } from 'decap-cms-widget-boolean';
import { DecapCmsWidgetList } from 'decap-cms-widget-list';
import { DecapCmsWidgetMarkdown } from 'decap-cms-widget-markdown';
import { DecapCmsWidgetNumber } from 'decap-cms-widget-number';
import { DecapCmsWidgetObject } from 'decap-cms-widget-object';
import { DecapCmsWidgetSelect } from 'decap-cms-widget-select';
import { DecapCmsWidgetString } from 'decap-cms-widget-string';
import { DecapCmsWidgetText } from 'decap-cms-widget-text';
import type { ComponentClass } from 'react';
import { judge } from './judge.ts';
import { CodeControl, DayControl, PickControl } from './own-controls.ts';
import type { ControlProps } from './props.ts';

type Control = ComponentClass<ControlProps>;
interface Widget {
  name: string;
  controlComponent: unknown;
}

/** A control of Decap's that judges its value by the schema besides. */
function judged(widget: Widget): Widget {
  const Given = widget.controlComponent as Control;
  class Judged extends Given {
    isValid = () => judge(this.props.field, this.props.value);
  }
  return { ...widget, controlComponent: Judged };
}

/** The caret is put back where it was only when the words have changed: not while somebody selects them with Tab or Ctrl+A. */
function calm(widget: Widget): Widget {
  const Given = widget.controlComponent as Control;
  class Calm extends Given {
    override componentDidUpdate(before: Readonly<ControlProps>, state: unknown): void {
      if (before.value !== this.props.value) super.componentDidUpdate?.(before, state as object);
    }
  }
  return { ...widget, controlComponent: Calm };
}

/** Registers every sort of field a form can have: the names that `model/fields.ts` uses. */
export function registerWidgets(): void {
  CMS.registerWidget(judged(calm(DecapCmsWidgetString.Widget())));
  for (const widget of [DecapCmsWidgetText, DecapCmsWidgetNumber, DecapCmsWidgetSelect]) CMS.registerWidget(judged(widget.Widget()));
  for (const widget of [DecapCmsWidgetBoolean, DecapCmsWidgetList, DecapCmsWidgetObject, DecapCmsWidgetMarkdown]) CMS.registerWidget(widget.Widget());
  CMS.registerWidget('day', DayControl);
  CMS.registerWidget('pick', PickControl);
  CMS.registerWidget('code', CodeControl);
}
