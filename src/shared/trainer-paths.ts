/** Addresses of the trainers' wing. Apart from `paths`, which travels whole with every script that names one: readers do not pay for these. */
export const trainerPaths = {
  training: '/tap-huan/',
  plan: (id: string) => `/tap-huan/${id}/`,
  /** The projector's slides of a plan. */
  deck: (id: string) => `/tap-huan/${id}/trinh-chieu/`,
  /** Everything of a plan that is printed. */
  kit: (id: string) => `/tap-huan/${id}/bo-in/`,
  groups: '/tap-huan/nhom/',
  group: (module: string) => `/tap-huan/nhom/${module}/`,
  merge: '/tap-huan/tong-hop/',
  /** What a trainer does when somebody tells their story. */
  disclosure: '/tap-huan/ke-chuyen/',
  posters: '/tap-huan/ap-phich/',
  savings: '/tap-huan/so-nhom/',
  trade: '/tap-huan/tinh-lai/',
};
