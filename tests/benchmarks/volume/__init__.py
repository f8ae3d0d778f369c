"""Invented records in bulk, for benchmarks and query budgets: `programs.make(10_000)`, `partners.make(5_000)`."""

from tests.benchmarks.volume import partners, programs

__all__ = ["partners", "programs"]
