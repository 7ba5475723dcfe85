"""The first and last pages: who wrote what, where and when, notices in front, references behind."""
