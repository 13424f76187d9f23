"""Numbers with what stands beside them: hedge, range, unit, change, rate, noun phrase."""
