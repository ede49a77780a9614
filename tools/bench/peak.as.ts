// Ten chains hide the latency of multiply and add; with more, V8 runs out of its sixteen vector registers.

/** `rounds` times 10 vectors of 4 multiplied by `factor` and `term` added: 80 operations a round. */
export function multiplyAndAdd(rounds: i32, factor: f32, term: f32): f32 {
	const factors = f32x4.splat(factor);
	const terms = f32x4.splat(term);
	let a = f32x4.splat(0.1);
	let b = f32x4.splat(0.2);
	let c = f32x4.splat(0.3);
	let d = f32x4.splat(0.4);
	let e = f32x4.splat(0.5);
	let f = f32x4.splat(0.6);
	let g = f32x4.splat(0.7);
	let h = f32x4.splat(0.8);
	let i = f32x4.splat(0.9);
	let j = f32x4.splat(1.0);
	for (let round = 0; round < rounds; round++) {
		a = f32x4.add(f32x4.mul(a, factors), terms);
		b = f32x4.add(f32x4.mul(b, factors), terms);
		c = f32x4.add(f32x4.mul(c, factors), terms);
		d = f32x4.add(f32x4.mul(d, factors), terms);
		e = f32x4.add(f32x4.mul(e, factors), terms);
		f = f32x4.add(f32x4.mul(f, factors), terms);
		g = f32x4.add(f32x4.mul(g, factors), terms);
		h = f32x4.add(f32x4.mul(h, factors), terms);
		i = f32x4.add(f32x4.mul(i, factors), terms);
		j = f32x4.add(f32x4.mul(j, factors), terms);
	}
	a = f32x4.add(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)), f32x4.add(f32x4.add(e, f), f32x4.add(g, h)));
	return f32x4.extract_lane(f32x4.add(a, f32x4.add(i, j)), 0);
}
