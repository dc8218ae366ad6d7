/** The known networks of `networks.ts` by the names that links have for them; names are only added. */
export const NETWORKS = ['lenet', 'alexnet', 'vgg', 'resnet', 'resnet-first'] as const;
export type NetworkKey = (typeof NETWORKS)[number];
