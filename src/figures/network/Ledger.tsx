// The whole sum of the neuron being read, a line for each term: input × weight = product, the bias,
// and the sum. Nothing is left out.
import { fill, trimmed } from '../../ui/words.ts';
import type { Reading } from './model.ts';
import { digits, equals } from './numbers.ts';
import type { Labels, Model } from './View.tsx';

export function Ledger({ model, labels }: { readonly model: Model; readonly labels: Labels }) {
  const reading = model.read.value;
  const words = labels.ledger;
  if (reading.bias === undefined) {
    return (
      <div class="ledger">
        <p class="ledger-title">{fill(words.inputCaption, { name: reading.name })}</p>
        <p>
          {reading.name} = {trimmed(reading.value, digits)}
        </p>
        <p>{words.given}</p>
      </div>
    );
  }
  return (
    <div class="ledger">
      <table>
        <caption class="ledger-title">{fill(words.caption, { name: reading.name })}</caption>
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {words.input}
            </th>
            <td />
            <th scope="col">{words.weight}</th>
            <td />
            <th scope="col">{words.product}</th>
          </tr>
        </thead>
        <tbody>
          {reading.terms.map((term) => (
            <Term key={term.name} term={term} />
          ))}
          <tr class="ledger-bias">
            <th scope="row" colSpan={5}>
              {fill(words.bias, { name: reading.name })}
            </th>
            <Signed value={reading.bias} />
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {words.sum}
            </th>
            <td>{equals(reading.sum)}</td>
            <td>{trimmed(reading.sum, digits)}</td>
          </tr>
          {model.activation.value !== 'identity' && reading.hidden && (
            <tr>
              <th scope="row" colSpan={4}>
                {words.output}
              </th>
              <td>{equals(reading.value)}</td>
              <td>{trimmed(reading.value, digits)}</td>
            </tr>
          )}
        </tfoot>
      </table>
    </div>
  );
}

function Term({ term }: { readonly term: Reading['terms'][number] }) {
  const { name, input, weight } = term;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{trimmed(input, digits)}</td>
      <td>×</td>
      <Signed value={weight} />
      <td>{equals(input * weight)}</td>
      <td>{trimmed(input * weight, digits)}</td>
    </tr>
  );
}

function Signed({ value }: { readonly value: number }) {
  return <td class={value < 0 ? 'minus' : 'plus'}>{trimmed(value, digits)}</td>;
}
