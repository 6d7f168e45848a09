"""Article → Analysis, pure and deterministic; `pipeline.analyse` is the way in. Only `resources` and `worker` do I/O."""
