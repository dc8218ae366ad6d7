/**
 * A photograph in 64×64 cells: “camera”, a man at a tripod, by Lav Varshney, who gave it to the public domain (CC0 1.0). From
 * skimage/data/camera.png of scikit-image 0.26.0 (512×512, SHA-256 b0793d2ad…), its light averaged over 8×8 pixels.
 */
import { AreaAverage } from './area-average.ts';
import { toLevel, toLight } from './luminance.ts';
import { otsuThreshold } from './otsu.ts';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `size`×`size` cells, row-major: 1 where the photograph is light and 0 where it is dark, by Otsu's threshold. */
export function thresholdedPhotograph(size: number): readonly number[] {
  const average = new AreaAverage(ROWS.length, ROWS.length, size, size);
  for (const row of ROWS)
    average.addRow(Float64Array.from(row, (digit) => toLight(DIGITS.indexOf(digit) / 63)));
  const levels = average.values().map((light) => Math.round(100 * toLevel(light)) / 100);
  const threshold = otsuThreshold(levels);
  return levels.map((level) => (level >= threshold ? 1 : 0));
}

/** A digit a cell, from black, A, to white, _. */
const ROWS = [
  'xxxxxxxxxxxxxxxxxxxwwwwwwwwwwwwwwwwwwwwwwwwwwvvvvvvvvvvvvvvvvvvv',
  'xxxxxxxxxxxxxxxxxxxxxxxxxwwwwwwwwwwwwwwwwwwwwwwwwwwvvvvvvvvvvvvv',
  'yyyyyyyyxyxxxxxxxxxxxxxxxxxxxxxxxxwwwwwwwwwwwwwwwwwwwwwwwwwwwwwv',
  'yyyyyyyyyyyyyyyyyyxxxxxxxxxxxxxxxxxxxxxxxxxwwwwwwwwwwwwwwwwwwwww',
  'zzyyyyyyyyyyyyyyyyyyyyyxxxxxxxxxxxxxxxxxxxxxxxxxxxxwwwwwwwwwwwww',
  'zzzzzzzzzzzzzzzzzzzyyyyyyyyyyyyxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxww',
  'zzzzzzzzzzzz0zzzzzzzzzzyyyyyyyyyyyyyyyyyxxxxxxxxxxxxxxxxxxxxxxxx',
  'zzzzzzzzzzzzzzz000000zzzyxyyyyyyyyyyyyyyyyyyyyyxxxxxxxxxxxxxxxxx',
  'zzzzzzzzzzzzzzzzzzzz000xmbdksxzzyyyyyyyyyyyyyyyyyyyyyyyyxxxxxxxx',
  '0000000000000zzzzzzzzztVNLIIOduzzzzzyyyyyyyyyyyyyyyyyyyyyyyyxxxx',
  '000000000000000000000vQLOLLJHHTuzzzzzzzzzzyyyyyyyyyyyyyyyyyyyyyy',
  '00000000000000000000yZFKNMOMHHHVuzzzzzzzzzzzzzzzzzzyyyyyyyyyyyyy',
  '11111000000000000000lFHJMPOQMGHGXwzzzzzzzzzzzzzzzzzzzzzzyyyyyyyy',
  '111111111111111000qbOFEFGIMPNHIGGlzzzzzzzzzzzzzzzzzzzzzzzzzzzzzy',
  '11111111111111110hJGEDEEGFHOLJJGFWz00000000zz0zzzzzz01zzzzzzzzzz',
  '2121111111111ztofJJHFDDNEEGLQJIGKa00000000000000000zz60zzzzzzzzz',
  '22222221111wiPKJIJJHFEWeQEMYheSNjq00000000000000000z2100000zzzzz',
  '222222222zgLJJJIHJJGFEahbLbhejeQkquxxvutu0000000000054000000zzzz',
  '33222222yTKJJJIIHJIIQETqdPgmhVeiacfwzz1sr11111110000540000000000',
  '33333331YJJJIIIIHIIIqVMWZadmrox0qqwyzzxqu11111111110540000000000',
  '3333332mHHIJIIIJGIIIavRPWZaiomsxowuurrpo1111111111105410zz000000',
  '3333333LGGGJIIHIHIIIJ1bPPWZejnhxncnpqpnlVz2xx13211104410wtw11100',
  '1yxx78rFEGGHIHHHHIIIIqxPMPUXbev53kXbdghbJvuoz3452y104410wutkpx11',
  'vrkmwsJHGEGGHHHGHGGIHYmhRJNUYWpuutcPSLXLMllt36413540yvx0vrkffmrt',
  'mmmnkNFFHGFHGHHFGHIHHX0nGHGLTOikkkPDDKWFIdkj0y33yupmggjxwprorpoo',
  'oprtaFFEFGFFHHHGFGHHHJ5kKLMMMPhjjhXPNNZJSfhXmkikjhhighotvwvxyvpi',
  'qpomIFFGGFHFFGGGFFGHHIYLLLNMPQZejPDNIUXIYecWbeYbedghZZgqxyxwxtof',
  'efmZGEGFGGGHFFFGEFEHKMMLLLMMLNQXdDDCeUVNZWVXbgedffgdYUZYgtvrqnle',
  'QXXGEFFGGGGGGFEGEFEFHLLLLLLLGDOjkGCCmYPPTbTRbebagoigkoonnnqknpni',
  'okMGCGEFGGGGHGDGFFGHGKKKJLJHCBTmTCCDlUej18wikjlklklklkkmllkjklkk',
  'nYFCCGEFGGGGGGEGGHHHHIKHHKIEDBIWBEWWfWhortrnnmmmmmmlllllllllkkkk',
  'gGFFCGFFGGGGGGGGGHGHHHIGEHEGECBBCCjsZfnnnnnmnnnnnnnnnnnonnoooooo',
  'NHGFCEHGGHGHHGGGFHHHHIJFCEGGGFBDCCJohZoonnnnnnonoooonnnnnnnnnnnn',
  'HHGECCEFFFGHHHGIEGHHHIIIEGGGGFDECBCIqQnooooooooooooooooooooooono',
  'GGGDBBEGGGGGGGGHGFGHHIIJIHGFFFDFBCDEpYmnooooooonoppooooooooopppo',
  'GGHCBBCFGGGGGGHHGFGHHJLHHHGFEGDEBCCDpmpppooonoooooooooooooooonoo',
  'GGGCBBBEFGGGGFHHGGGGKLIFHMHEDFDCBDIgpmoooonnnnnooooonooonnonmmmm',
  'GGFBBBBDFFGGGGGGFGFFICEGHfkWCEDCCSknpmoojflmnmmnmnnoonnnonmnnnml',
  'GFFBBBBBDFGGGFGGECBBCCFGSmnnhUEPfnnopkmecfkmmmnnmnnnmmnmnmmmmmon',
  'GGGCBBBBBEEEEEECBBBCFFGKjnmmonnnnmnUWYYhmnomnmnmnnnnmmnnmnmnmmml',
  'HGGDBBBBBBBBBBBBBBBFHHHfmnnmnnmmlniJTOYmnnmmnmmmmmmmlmmmnnllmlll',
  'HHHEBBBBBBBBBBBBBBBFHHZmnmmnnonmmnjjKbgqmmnmomllllmlmmnnmnmmlmlk',
  'HHHHCBBBBBBBBBBDEFCFFPkmlmmnnoonnnjtHWixmnnmnnmmllmkmmonnnmmmnmm',
  'HHHHFBBBBBBBBDFFGFEDKimllmmnnnoonmgtjinqsmlnnmnomlllkmllmmnmllnm',
  'HHHHHGECBCCDFGGGGDFHgnmnnnnnoonnnonooknkxlmomlmnmlmmllmmmlllmnnm',
  'HHIHHHHHHHHHHGGGIIHdlmnnoonnomnnnluiolonptnnmmnomklkllmmllmllonn',
  'HHIHGGGFFHHHGGGGHHWmmlnllnmnponophuloknnjwnnnmmmnlmmlkjlnmllklkk',
  'GHHHHHHGFFGGGGFFHRllnomnnoooooommiqnojommnumllnnmllmlmmlllmjllkk',
  'GHHHHHHHHFEGFEDGGVmmonnnmmnknmmnorhonlnnmkvmnmnmllkjjmmkklllkkkk',
  'HGHHHHHHHGEFFFEFHOjllmnmmmmmmmnnkvfonkmnnmmvmnlnllklkmlllllkkkkk',
  'HHHHHHHHHHGEGGEGIJlmnlnnllnpmlnoftjnnjkllnkvnlnmmmmjkklkklllkjjk',
  'HHHHHHHHHHHHHEHHIIhmmpmlkmnommlmnjlnljmnlmmkukllllllljijklkljkll',
  'GHHHHHHHHHHGHHIIIIdllmmlmmmlmmnkuZmmmjnlkjikunnnnlkkkjkkkkjjkklk',
  'GHHHHHHHHHGHFIHHHIannmnnonmmmllgvcmlkimnmlkmjwnkjjnlljkkkkjjjjkj',
  'GGHHHHHHHHHIGGIIIIYlmllommllllmiqgkkkiklmlkjktllkikljjhjiijhjkkj',
  'GGGHHHHHHHHIHDIIIIWlmllmklknmmksbmnljimnmlkjmiwkijlmlkkkllmlljlj',
  'GGGGHHHHHHHHXKGIIIWmmlnllnmnnojvVmkkjjmmllmmmlsmkkmlnmkmlmklmkjl',
  'GGGGGHHHHHHIcdIHIIWmlkjnlmmmnnitVnmkjjnnlollnnhxlommonllkjkkklmk',
  'FGGGGHHHHHHIegbFIIUppopolonononjMjmnjkmnqponmmmqpkllnnknnmlnkllj',
  'FGGGGGHHHHHKefgUHIRponnpnmmplivUjeYcZdpnomlmlonekgjkmmllllkkkllk',
  'FGGGGGHHHHIPefgfIIRnnooopoopocsWnmhWbflmlommnookTelkmlkmmjkjklkk',
  'FFGGGHHHHHIRddfgVHOlonnonpnmiKZXehlmponomnnnmpomfqmknnmkkkkikkmj',
  'GGGGGHHHHHIUddeffGNonnlnnnonlTVhmlmlopmnnmmlklkmmoqlllkkkiiiilik',
  'GGGGHHHHHIIZeeffhRKkmorpmmlnkwYkplmjlmmoomkknmmklltkkhjkkiikjkmk',
];
