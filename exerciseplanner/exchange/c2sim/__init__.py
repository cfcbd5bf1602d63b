"""Orders of battle from and to C2SIM initialisation messages (SISO-STD-019 with SMX and LOX)."""
