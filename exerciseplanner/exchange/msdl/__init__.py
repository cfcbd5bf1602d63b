"""Forces from and for MSDL, the Military Scenario Definition Language (SISO-STD-007-2008)."""
