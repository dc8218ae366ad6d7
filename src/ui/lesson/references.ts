/** The literature that the lesson follows. Titles are not translated. */
import { html, type TemplateResult } from 'lit';

interface Reference {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly place: string;
  readonly url: string;
}

type ReferenceName = 'dumoulin' | 'araujo' | 'luo' | 'goh';

const REFERENCES: Readonly<Record<ReferenceName, Reference>> = {
  dumoulin: {
    authors: 'Dumoulin, Visin',
    year: 2016,
    title: 'A guide to convolution arithmetic for deep learning',
    place: 'arXiv:1603.07285',
    url: 'https://arxiv.org/abs/1603.07285',
  },
  araujo: {
    authors: 'Araujo, Norris, Sim',
    year: 2019,
    title: 'Computing Receptive Fields of Convolutional Neural Networks',
    place: 'Distill',
    url: 'https://doi.org/10.23915/distill.00021',
  },
  luo: {
    authors: 'Luo, Li, Urtasun, Zemel',
    year: 2016,
    title: 'Understanding the Effective Receptive Field in Deep Convolutional Neural Networks',
    place: 'NIPS 29',
    url: 'https://arxiv.org/abs/1701.04128',
  },
  goh: {
    authors: 'Goh',
    year: 2017,
    title: 'Why Momentum Really Works',
    place: 'Distill',
    url: 'https://doi.org/10.23915/distill.00006',
  },
};

/** As a sentence cites it. */
export function referenceLink(name: ReferenceName): TemplateResult {
  const { authors, year, url } = REFERENCES[name];
  return html`<a href=${url} target="_blank" rel="noopener" lang="en">${authors} ${year}</a>`;
}

export function renderReferences(): TemplateResult {
  return html`<ul class="references" lang="en">
    ${Object.values(REFERENCES).map(
      ({ authors, year, title, place, url }) =>
        html`<li>
          ${authors} (${year}): <a href=${url} target="_blank" rel="noopener">${title}</a>. ${place}.
        </li>`,
    )}
  </ul>`;
}
