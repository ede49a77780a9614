/**
 * What an element has by itself. A form has its fields by their names, before its own properties and methods: of what
 * may be any element of a page, these are asked for here.
 */
export function own<Name extends keyof Element>(element: Element, name: Name): Element[Name] {
	const value: unknown = Reflect.get(Element.prototype, name, element);
	return (typeof value === "function" ? value.bind(element) : value) as Element[Name];
}
