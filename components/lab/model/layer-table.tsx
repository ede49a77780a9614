import { formatNumber, t } from "../../../lib/browser/language.ts";
import type { ModelCard } from "../../../lib/models/card.ts";
import { Explained, Term } from "../glossary/term.tsx";
import { layerTypeWords } from "./layer-type-words.ts";

/** The layers from the picture to the answer, each with what it gives on and what it has learned. */
export function LayerTable({ layers }: Pick<ModelCard, "layers">) {
	const most = Math.max(1, ...layers.map(({ parameters }) => parameters));
	return (
		<table class="numbers layers">
			<thead>
				<tr>
					<th scope="col">{t("lab.model.layer")}</th>
					<th scope="col">
						<Term id="shape">{t("lab.model.gives")}</Term>
					</th>
					<th scope="col">
						<Term id="parameter">{t("lab.model.parameters")}</Term>
					</th>
				</tr>
			</thead>
			<tbody>
				{layers.map(({ name, type, outputShape, parameters }) => (
					<tr key={name}>
						<th scope="row" title={name}>
							<TypeName type={type} />
						</th>
						<td>{outputShape.join(" × ")}</td>
						<td>
							{parameters > 0 && formatNumber(parameters)}
							<span class="layer-share" style={{ width: `${(parameters / most) * 100}%` }} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function TypeName({ type }: { readonly type: string }) {
	const words = layerTypeWords(type);
	return words ? (
		<Explained means={words.means}>{words.title}</Explained>
	) : (
		<span translate={false}>{type}</span>
	);
}
