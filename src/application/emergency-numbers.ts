/** The numbers of the police are the same in the whole country, and nobody may change them by mistake: no settings. */
export const emergency = { number: '112', name: 'Alarmcentralen' } as const;
export const service = { number: '114', name: 'Politiets Servicecenter' } as const;
