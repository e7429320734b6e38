"""Letters to the registrar: what stands in one."""
