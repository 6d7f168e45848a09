"""Article → Analysis, pure and deterministic. `pipeline.analyse` is the way in; nothing here does I/O but `resources`."""
