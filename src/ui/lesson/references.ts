/** The literature that the lesson follows. Titles are not translated. */
import { html, type TemplateResult } from 'lit';

interface Reference {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly place: string;
  readonly url: string;
}

const REFERENCES: readonly Reference[] = [
  {
    authors: 'Dumoulin, Visin',
    year: 2016,
    title: 'A guide to convolution arithmetic for deep learning',
    place: 'arXiv:1603.07285',
    url: 'https://arxiv.org/abs/1603.07285',
  },
  {
    authors: 'Araujo, Norris, Sim',
    year: 2019,
    title: 'Computing Receptive Fields of Convolutional Neural Networks',
    place: 'Distill',
    url: 'https://doi.org/10.23915/distill.00021',
  },
  {
    authors: 'Luo, Li, Urtasun, Zemel',
    year: 2016,
    title: 'Understanding the Effective Receptive Field in Deep Convolutional Neural Networks',
    place: 'NIPS 29',
    url: 'https://arxiv.org/abs/1701.04128',
  },
  {
    authors: 'Goh',
    year: 2017,
    title: 'Why Momentum Really Works',
    place: 'Distill',
    url: 'https://doi.org/10.23915/distill.00006',
  },
];

export function renderReferences(): TemplateResult {
  return html`<ul class="references" lang="en">
    ${REFERENCES.map(
      ({ authors, year, title, place, url }) =>
        html`<li>
          ${authors} (${year}): <a href=${url} target="_blank" rel="noopener">${title}</a>. ${place}.
        </li>`,
    )}
  </ul>`;
}
