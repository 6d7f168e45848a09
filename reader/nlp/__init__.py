"""Article → Analysis, pure and deterministic; `pipeline.analyse` is the way in. I/O is for `resources` and `worker`."""
