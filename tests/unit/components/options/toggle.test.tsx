// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { Toggle } from "../../../../components/options/fields.tsx";

afterEach(cleanup);

test("changes whoever presses it, and tells of a press only where it was the person's own", () => {
	const [onChange, onPress] = [vi.fn(), vi.fn()];
	render(<Toggle label="Copy every answer" on={false} onChange={onChange} onPress={onPress} />);
	const box = screen.getByRole<HTMLInputElement>("checkbox");
	box.click();
	expect(onChange.mock.calls).toEqual([[true]]);
	expect(onPress).not.toHaveBeenCalled();

	const byHand = new MouseEvent("click", { bubbles: true });
	Object.defineProperty(byHand, "isTrusted", { value: true });
	fireEvent(box, byHand);
	expect(onPress).toHaveBeenCalledTimes(1);
});
