/** A bar with its figure beside it: full ones are solid, others hatched by a border, so that black and white tells them apart. */
export function Bar(props: { share: number; text: string; isFull?: boolean }) {
  const width = Math.round(Math.max(0, Math.min(1, props.share)) * 100);
  return (
    <p class="barline">
      <svg class={props.isFull ? 'meter full' : 'meter'} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="ground" width="100" height="10" />
        <rect class="fill" width={width} height="10" />
      </svg>
      <span>{props.text}</span>
    </p>
  );
}
