'use client';

import { usePathname } from 'next/navigation';
import { Component } from 'react';

type Path = { readonly path: string | null };

/** `getSnapshotBeforeUpdate` is the one moment that React gives before it touches the page; only classes have it. */
class BeforeChange extends Component<Path> {
  override getSnapshotBeforeUpdate(before: Path) {
    const focused = document.activeElement;
    if (before.path !== this.props.path && focused instanceof HTMLElement) focused.blur();
    return null;
  }

  override componentDidUpdate() {
    // React asks for it beside the one above.
  }

  override render() {
    return null;
  }
}

/**
 * Takes the focus from what was pressed before its screen is taken away; the new screen's heading gets it. Hazard: a browser
 * that loses an element with the focus styles the whole page at once, the old screen and the new one: 677 elements instead of
 * 201 between the file and its columns, half of the longest task there.
 */
export function FocusRelease() {
  return <BeforeChange path={usePathname()} />;
}
