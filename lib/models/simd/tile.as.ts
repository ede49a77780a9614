// Shared by the convolution and its gradient: a tile of sums that stays in registers.

export const ROWS: i32 = 6;
export const COLUMNS: i32 = 8;

@inline
export function multiplyAdd(a: v128, b: v128, sum: v128): v128 {
	return f32x4.relaxed_madd(a, b, sum);
}
