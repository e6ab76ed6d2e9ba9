package com.stripe;

/// Stands where the payment library's classes stand, for the rule that only one room sees them.
public class Wallet {}
