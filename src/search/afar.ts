/** Name of the shelf that came over the network: what stands there is found, but its text is not on the phone. */
export const AFAR = '';
