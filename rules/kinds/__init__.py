"""Kinds of rule that share their way of working."""
