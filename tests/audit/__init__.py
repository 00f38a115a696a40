"""What needs Node and Java: Lighthouse on four pages of the built site, the Nu HTML checker on all. `make audit`."""
