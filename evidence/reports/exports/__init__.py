"""Exports: one file per target; each defines one EXPORT that makes files for other programs."""
