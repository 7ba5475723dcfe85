"""What tables and prose found becomes records: one name per construct, one entry per value, each with its place."""

from evidence.read.reconcile.record import records_from

__all__ = ["records_from"]
