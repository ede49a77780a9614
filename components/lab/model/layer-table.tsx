import type { ModelCard } from "../../../lib/models/card.ts";

/** The layers from the picture to the answer, each with what it gives on and what it has learned. */
export function LayerTable({ layers }: Pick<ModelCard, "layers">) {
	const most = Math.max(1, ...layers.map(({ parameters }) => parameters));
	return (
		<table class="numbers layers">
			<thead>
				<tr>
					<th scope="col">Layer</th>
					<th scope="col">Gives</th>
					<th scope="col">Parameters</th>
				</tr>
			</thead>
			<tbody>
				{layers.map(({ name, type, outputShape, parameters }) => (
					<tr key={name}>
						<th scope="row" title={name}>
							{type}
						</th>
						<td>{outputShape.join(" × ")}</td>
						<td>
							{parameters > 0 && parameters.toLocaleString("en")}
							<span class="layer-share" style={{ width: `${(parameters / most) * 100}%` }} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
